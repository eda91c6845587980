@echo off
rem 双击 .nianbao 文件就用本文件夹里的 nianbao.exe 打开。只对现在的用户，不需要管理员。
setlocal
chcp 936 >nul
set "exe=%~dp0nianbao.exe"
set "classes=HKCU\Software\Classes"
set status=1
if not exist "%exe%" goto absent
reg add "%classes%\.nianbao" /ve /d "nianbao.report" /f >nul
if errorlevel 1 goto failed
reg add "%classes%\nianbao.report" /ve /d "政府信息公开工作年度报告" /f >nul
if errorlevel 1 goto failed
reg add "%classes%\nianbao.report\DefaultIcon" /ve /d "\"%exe%\",0" /f >nul
if errorlevel 1 goto failed
reg add "%classes%\nianbao.report\shell\open\command" /ve /d "\"%exe%\" \"%%1\"" /f >nul
if errorlevel 1 goto failed
set status=0
echo 好了：双击 .nianbao 文件，就用年报打开。
echo 这个文件夹如果移动或者改名，请再运行一次。
goto end
:absent
echo 没有找到 nianbao.exe：请先把压缩包全部解压，再运行解压出来的这个文件。
goto end
:failed
echo 没有设置成功：系统不让改当前用户的设置，请找单位的系统管理员。
:end
pause
exit /b %status%
