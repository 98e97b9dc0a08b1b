# Loads the flavour of the assemblies that this edition of PowerShell can run. It is kept this plain because of its time:
# each further kind of expression is one more that the engine has to compile while the user waits. What the outer import
# says with -Verbose names the cmdlets; this inner one does not see its -Verbose:$false, and would name them all the same.
if ($PSEdition -eq 'Core') { Import-Module -Name $PSScriptRoot/lib/net8.0/Wfbss.Reports.PowerShell.dll -ErrorAction Stop -Verbose:$false }
else { Import-Module -Name $PSScriptRoot/lib/netstandard2.0/Wfbss.Reports.PowerShell.dll -ErrorAction Stop -Verbose:$false }
