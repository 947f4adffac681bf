#:property PublishAot=false
#:property RunAnalyzers=false
// Writes FOLDER/sbom.spdx.json (SPDX 2.3): what a published program is made of, by its own *.deps.json, which names every library that it loads with the
// digest of the package it came from. Licences are those that the packages declare.
//   dotnet run deploy/images/sbom.cs -- FOLDER VERSION
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

var (folder, version) = (args[0], args[1]);
var depsFile = Directory.GetFiles(folder, "*.deps.json").Single();
var program = Path.GetFileName(depsFile)[..^".deps.json".Length];
var deps = JsonNode.Parse(File.ReadAllText(depsFile))!;
var target = deps["targets"]![(string)deps["runtimeTarget"]!["name"]!]!.AsObject();
var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

var packages = new JsonArray();
var relations = new JsonArray { Relation("SPDXRef-DOCUMENT", "DESCRIBES", IdOf(target.First().Key)) };
foreach (var (library, about) in target)
{
    var known = deps["libraries"]![library]!;
    var isPackage = (string)known["type"]! == "package";
    var (name, number) = (library.Split('/')[0], isPackage ? library.Split('/')[1] : version);
    var package = new JsonObject
    {
        ["SPDXID"] = IdOf(library),
        ["name"] = name,
        ["versionInfo"] = number,
        ["downloadLocation"] = "NOASSERTION",
        ["filesAnalyzed"] = false,
        ["licenseConcluded"] = "NOASSERTION",
        ["licenseDeclared"] = isPackage ? LicenceOf((string)known["path"]!) : "Apache-2.0",
        ["copyrightText"] = "NOASSERTION",
    };
    if (isPackage)
    {
        var digest = ((string)known["sha512"]!)["sha512-".Length..];
        package["checksums"] = new JsonArray { new JsonObject { ["algorithm"] = "SHA512", ["checksumValue"] = Convert.ToHexStringLower(Convert.FromBase64String(digest)) } };
        package["externalRefs"] = new JsonArray { new JsonObject { ["referenceCategory"] = "PACKAGE-MANAGER", ["referenceType"] = "purl", ["referenceLocator"] = $"pkg:nuget/{name}@{number}" } };
    }

    packages.Add(package);
    foreach (var (dependency, itsVersion) in about!["dependencies"]?.AsObject() ?? [])
    {
        if (target.ContainsKey($"{dependency}/{itsVersion}"))
        {
            relations.Add(Relation(IdOf(library), "DEPENDS_ON", IdOf($"{dependency}/{itsVersion}")));
        }
    }
}

var digestOfAll = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(packages.ToJsonString())))[..32];
var document = new JsonObject
{
    ["spdxVersion"] = "SPDX-2.3",
    ["dataLicense"] = "CC0-1.0",
    ["SPDXID"] = "SPDXRef-DOCUMENT",
    ["name"] = $"{program} {version}",
    ["documentNamespace"] = $"urn:newsplatform:sbom:{program}:{version}:{digestOfAll}",
    ["creationInfo"] = new JsonObject { ["created"] = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"), ["creators"] = new JsonArray { "Tool: newsplatform-sbom" } },
    ["packages"] = packages,
    ["relationships"] = relations,
};
File.WriteAllText(Path.Combine(folder, "sbom.spdx.json"), document.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
Console.WriteLine($"{program}: {packages.Count} components in sbom.spdx.json");

static string IdOf(string library) => "SPDXRef-" + string.Concat(library.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' ? letter : '-'));

static JsonObject Relation(string from, string type, string to) => new() { ["spdxElementId"] = from, ["relationshipType"] = type, ["relatedSpdxElement"] = to };

string LicenceOf(string path)
{
    var nuspec = Path.Combine(cache, path, path.Split('/')[0] + ".nuspec");
    var licence = File.Exists(nuspec) ? XDocument.Load(nuspec).Descendants().FirstOrDefault(element => element.Name.LocalName == "license") : null;
    return (string?)licence?.Attribute("type") == "expression" ? licence!.Value : "NOASSERTION";
}
