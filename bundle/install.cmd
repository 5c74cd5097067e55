@echo off
rem Installs Liangxin Graph from this folder, without internet: install.cmd [FOLDER]
setlocal
chcp 65001 >nul
set "here=%~dp0"
set "target=%~1"
if "%target%"=="" set "target=%LOCALAPPDATA%\liangxin-graph"
set /p wanted=<"%here%python-version"

py -%wanted% -c "pass" >nul 2>&1
if errorlevel 1 (
    echo 需要 Python %wanted% / Python %wanted% is needed 1>&2
    exit /b 2
)
echo [1/3] 准备 Python 环境 / making the Python environment: %target%
py -%wanted% -m venv "%target%\python" || exit /b 1
echo [2/3] 安装 / installing
"%target%\python\Scripts\python.exe" -m pip --isolated install --quiet --disable-pip-version-check --no-index --find-links "%here%wheels" liangxin-graph || exit /b 1
echo [3/3] 放置数据库程序包 / placing the database's jars
xcopy /e /i /q /y "%here%jars" "%target%\jars" >nul || exit /b 1
> "%target%\liangxin.cmd" (
    echo @echo off
    echo if not defined LIANGXIN_JARS set "LIANGXIN_JARS=%target%\jars"
    echo "%target%\python\Scripts\liangxin.exe" %%*
)
echo 完成 / done: "%target%\liangxin.cmd" demo
