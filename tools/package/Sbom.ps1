# The software bill of materials. The CycloneDX tool knows which packages the build uses; which of them ship, and in which
# files, only the assembled module says.

function Write-Sbom {
    # Writes the bill of an assembled module into it: a component for each package and each project that ships, and in it
    # its assemblies. It has no serial number and no time, so that the same module has the same bill.
    param([string] $Module, [string] $Version, [string] $Project)

    $folder = New-Item -ItemType Directory -Path ([System.IO.Path]::GetTempPath()) -Name ([guid]::NewGuid())
    try {
        $log = dotnet tool run dotnet-CycloneDX $Project --disable-package-restore --include-project-references --no-serial-number `
            --spec-version 1.6 --output-format Json --output $folder.FullName --filename sbom.json `
            --set-name Wfbss.Reports --set-version $Version --set-type Library
        if ($LASTEXITCODE -ne 0) { throw "CycloneDX failed:`n$($log -join "`n")" }
        $bill = Get-Content -LiteralPath (Join-Path $folder.FullName 'sbom.json') -Raw | ConvertFrom-Json -AsHashtable
    } finally {
        Remove-Item -LiteralPath $folder.FullName -Recurse -Force
    }

    $bill.metadata.Remove('timestamp')
    Add-CmdletProject -Bill $bill -Version $Version
    Add-Assembly -Bill $bill -Module $Module
    Select-Shipped -Bill $bill
    Add-License -Bill $bill -Project $Project
    $json = ($bill | ConvertTo-Json -Depth 20).ReplaceLineEndings("`n")
    [System.IO.File]::WriteAllText((Join-Path $Module 'Wfbss.Reports.cdx.json'), "$json`n")
}

function Add-CmdletProject {
    # The tool sees the project of the cmdlets as the whole; here it is one part of the module.
    param([System.Collections.IDictionary] $Bill, [string] $Version)

    $reference = "Wfbss.Reports.PowerShell@$Version"
    $Bill.components += [ordered]@{ type = 'library'; 'bom-ref' = $reference; name = 'Wfbss.Reports.PowerShell'; version = $Version; scope = 'required' }
    $whole = $Bill.dependencies.Where({ $_.ref -eq $Bill.metadata.component.'bom-ref' })[0]
    $Bill.dependencies += [ordered]@{ ref = $reference; dependsOn = $whole.dependsOn }
    $whole.dependsOn = @($reference)
}

function Add-Assembly {
    # Puts each assembly into the component that has its name; one without a component must not ship.
    param([System.Collections.IDictionary] $Bill, [string] $Module)

    $assemblies = Get-ChildItem -LiteralPath $Module -Recurse -File -Filter *.dll | Sort-Object -Property FullName -Culture ''
    foreach ($assembly in $assemblies) {
        $component = $Bill.components.Where({ $_.name -eq $assembly.BaseName })[0]
        if (-not $component) { throw "$($assembly.Name) ships, but no package or project of that name is used." }
        $component.components = @($component.components | Where-Object { $_ }) + [ordered]@{
            type   = 'file'
            name   = [System.IO.Path]::GetRelativePath($Module, $assembly.FullName).Replace('\', '/')
            hashes = @([ordered]@{ alg = 'SHA-256'; content = (Get-FileHash -LiteralPath $assembly.FullName -Algorithm SHA256).Hash.ToLowerInvariant() })
        }
    }
}

function Select-Shipped {
    # Leaves out what is only compiled against.
    param([System.Collections.IDictionary] $Bill)

    $Bill.components = @($Bill.components.Where({ $_.components }) | Sort-Object -Property { $_.name } -Culture '')
    $shipped = @($Bill.components.'bom-ref') + $Bill.metadata.component.'bom-ref'
    $Bill.dependencies = @($Bill.dependencies.Where({ $_.ref -in $shipped }) | Sort-Object -Property { $_.ref } -Culture '')
    foreach ($dependency in $Bill.dependencies.Where({ $_.dependsOn })) {
        $dependency.dependsOn = @($dependency.dependsOn.Where({ $_ -in $shipped }))
    }
}

function Add-License {
    # Names the license of what is our own, and of packages that name theirs by an address only.
    param([System.Collections.IDictionary] $Bill, [string] $Project)

    $assets = [System.IO.Path]::Combine((Split-Path -Parent $Project), 'obj', 'project.assets.json')
    $folders = (Get-Content -LiteralPath $assets -Raw | ConvertFrom-Json -AsHashtable).packageFolders.Keys
    foreach ($component in @($Bill.components) + $Bill.metadata.component) {
        if ($component.licenses.license.id) { continue }
        if ($component.purl) {
            $path = $folders | ForEach-Object { [System.IO.Path]::Combine($_, $component.name.ToLowerInvariant(), $component.version, 'LICENSE.TXT') }
            $text = Get-Content -LiteralPath $path -TotalCount 1 -ErrorAction Ignore
            if ($text -ne 'The MIT License (MIT)') { throw "The license of $($component.name) $($component.version) is not known." }
        }
        $component.licenses = @(@{ license = @{ id = 'MIT' } })
    }
}
