# Loads the flavour of the assemblies that this edition of PowerShell can run.
$flavour = if ($PSVersionTable.PSEdition -eq 'Core') { 'net8.0' } else { 'netstandard2.0' }
$assembly = [System.IO.Path]::Combine($PSScriptRoot, 'lib', $flavour, 'Wfbss.Reports.PowerShell.dll')

Import-Module -Name $assembly -ErrorAction Stop
