# Completion for nianbao: commands, the options of each, and files.
_nianbao() {
	local word=$2 before=$3 options=
	COMPREPLY=()
	if [ "$COMP_CWORD" = 1 ]; then
		case $word in
		-*) options="--help --version" ;;
		*) options="new import show set check export course sum help" ;;
		esac
	else
		case $before in
		--to) options="docx xlsx pdf ofd html txt" ;;
		--kind) options="township subdistrict county city department" ;;
		*)
			[ "${word#-}" = "$word" ] || case ${COMP_WORDS[1]} in
			new) options="--office --year --kind -o" ;;
			import) options="-o --json" ;;
			show) options="--json" ;;
			check) options="--last --settings --json" ;;
			export) options="--to -o --record --last --settings" ;;
			course) options="--to -o" ;;
			sum) options="-o --roll --year --office --last --with-errors --take --leave --settings --json" ;;
			esac
			;;
		esac
	fi
	[ -z "$options" ] || mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
}
complete -o default -F _nianbao nianbao
