@echo off
rem 取消“双击打开”的设置。报告文件和程序都不动。
setlocal
chcp 936 >nul
set "classes=HKCU\Software\Classes"
reg query "%classes%\.nianbao" /ve 2>nul | find "nianbao.report" >nul
if not errorlevel 1 reg delete "%classes%\.nianbao" /f >nul
reg delete "%classes%\nianbao.report" /f >nul 2>nul
echo 已经取消：双击 .nianbao 文件不再用年报打开。
pause
