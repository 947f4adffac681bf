using System.Xml.Linq;
using NewsPlatform.Testing;

namespace NewsPlatform.Architecture.Tests.Deploy;

public sealed class DockerfileTests
{
    private static readonly string Dockerfile = File.ReadAllText(Repository.PathOf("deploy", "Dockerfile"));

    public static TheoryData<string> Services => ["services/ingestion", "services/enrichment", "services/publishing", "services/standalone", "gateway"];

    [Theory, MemberData(nameof(Services))]
    public void The_restore_layer_has_every_project_that_the_service_needs(string service) =>
        Assert.All(Closure(service), folder => Assert.Contains($"COPY {folder}/*.csproj {folder}/", Dockerfile, StringComparison.Ordinal));

    [Fact]
    public void The_image_has_the_mongodb_engine_and_does_not_run_as_root()
    {
        Assert.Contains("publish \"$(cat /project)\" -c Release -p:MongoDb=true", Dockerfile, StringComparison.Ordinal);
        Assert.Contains("USER $APP_UID", Dockerfile, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Closure(string folder)
    {
        var project = Directory.GetFiles(Repository.PathOf(folder.Split('/')), "*.csproj").Single();
        var references = XDocument.Load(project).Descendants("ProjectReference")
            .Select(reference => Path.GetDirectoryName(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(project)!, ((string)reference.Attribute("Include")!).Replace('\\', '/'))))!)
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'));
        return references.SelectMany(Closure).Prepend(folder).Distinct(StringComparer.Ordinal);
    }
}
