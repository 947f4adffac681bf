using System.Xml.Linq;
using NewsPlatform.Testing;

namespace NewsPlatform.Architecture.Tests;

/// <summary>The house style's dependency direction, read from the project files.</summary>
public sealed class DependencyRuleTests
{
    private static readonly string[] Composers = ["NewsPlatform.Standalone.csproj", "NewsPlatform.Newsctl.csproj"];

    public static TheoryData<string> Services =>
        [.. Projects("services").Append("gateway/NewsPlatform.Gateway.csproj").Where(project => !Composers.Contains(Path.GetFileName(project), StringComparer.Ordinal))];

    public static TheoryData<string> Pure =>
        [.. Projects("services/shared").Where(project => !project.EndsWith("Hosting.csproj", StringComparison.Ordinal))];

    [Theory, MemberData(nameof(Services))]
    public void A_service_references_only_shared_projects(string project)
    {
        var folder = Path.GetDirectoryName(Repository.PathOf(project))!;
        var shared = Repository.PathOf("services", "shared") + Path.DirectorySeparatorChar;

        var references = Read(project).Descendants("ProjectReference").Select(reference => Path.GetFullPath(Path.Combine(folder, ((string)reference.Attribute("Include")!).Replace('\\', '/'))));

        Assert.All(references, reference => Assert.StartsWith(shared, reference, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Pure))]
    public void Contracts_and_text_reference_nothing(string project) =>
        Assert.DoesNotContain(Read(project).Descendants(), element => element.Name.LocalName is "ProjectReference" or "PackageReference" or "FrameworkReference");

    [Fact]
    public void No_project_names_a_version_of_its_own() =>
        Assert.All(Projects("services").Concat(Projects("tests")), project =>
            Assert.DoesNotContain(Read(project).Descendants("PackageReference"), reference => reference.Attribute("Version") is not null));

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Repository.PathOf("NewsPlatform.sln")).Replace('\\', '/');

        Assert.All(Projects("services").Concat(Projects("tests")).Concat(Projects("gateway")), project => Assert.Contains(project, solution, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Projects(string folder) =>
        Directory.GetFiles(Repository.PathOf(folder), "*.csproj", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'));

    private static XDocument Read(string project) => XDocument.Load(Repository.PathOf(project));
}
