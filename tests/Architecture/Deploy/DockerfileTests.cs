using System.Text.RegularExpressions;
using System.Xml.Linq;
using NewsPlatform.Testing;

namespace NewsPlatform.Architecture.Tests.Deploy;

public sealed partial class DockerfileTests
{
    private static readonly string Dockerfile = File.ReadAllText(Repository.PathOf("deploy", "Dockerfile"));

    private static readonly string Publish = File.ReadAllText(Repository.PathOf("deploy", "images", "publish"));

    public static TheoryData<string> Programs => ["ingestion", "enrichment", "publishing", "standalone", "newsctl", "gateway"];

    [Theory, MemberData(nameof(Programs))]
    public void The_restore_layer_has_every_project_that_the_program_needs(string program) =>
        Assert.All(Closure(FolderOf(program)), folder => Assert.Contains($"COPY {folder}/*.csproj {folder}/", Dockerfile, StringComparison.Ordinal));

    [Theory, MemberData(nameof(Programs))]
    public void Every_program_is_published_and_is_a_target_that_starts_it(string program)
    {
        var stage = StageOf(program);

        Assert.Contains($" {FolderOf(program)}", Publish.Replace('"', ' '), StringComparison.Ordinal);
        Assert.StartsWith($"FROM process AS {program}\n", stage, StringComparison.Ordinal);
        Assert.Contains($"COPY --from=build /out/{program} /app\n", stage, StringComparison.Ordinal);
        Assert.Contains($"ENTRYPOINT [\"/app/{ProgramOf(program)}\"]\n", stage, StringComparison.Ordinal);
        Assert.Contains($"org.opencontainers.image.title=\"NewsPlatform {program}\"", stage, StringComparison.Ordinal);
    }

    [Theory, InlineData("gateway"), InlineData("ingestion"), InlineData("enrichment"), InlineData("publishing")]
    public void A_service_listens_on_its_port_and_the_image_asks_there_whether_it_is_ready(string service)
    {
        var (stage, port) = (StageOf(service), ComposeTests.PortOf(service));

        Assert.Contains($"ENV ASPNETCORE_HTTP_PORTS={port}\nEXPOSE {port}\n", stage, StringComparison.Ordinal);
        Assert.Contains($"CMD [\"/app/{ProgramOf(service)}\", \"--health\", \"http://127.0.0.1:{port}/health/ready\"]\n", stage, StringComparison.Ordinal);
    }

    [Fact]
    public void The_image_has_the_mongodb_engine_precompiled_code_and_its_parts_list_and_does_not_run_as_root()
    {
        Assert.Contains("-p:MongoDb=true -p:PublishReadyToRun=true", Publish, StringComparison.Ordinal);
        Assert.Contains("dotnet run deploy/images/sbom.cs", Publish, StringComparison.Ordinal);
        Assert.Contains("\nUSER 1654\n", Dockerfile, StringComparison.Ordinal);
    }

    [Fact]
    public void Bases_are_pinned_to_a_full_version_and_the_labels_say_what_it_is()
    {
        Assert.All(["SDK", "RUNTIME"], name => Assert.Matches($@"ARG {name}=10\.0\.\d+-noble", Dockerfile));
        Assert.All(["version", "revision", "source", "licenses"], label => Assert.Contains($"org.opencontainers.image.{label}=", Dockerfile, StringComparison.Ordinal));
        Assert.Equal(2, BaseImage().Count(Dockerfile));
    }

    /// <summary>The file that starts the program: its assembly's name.</summary>
    internal static string ProgramOf(string program)
    {
        var project = ProjectIn(FolderOf(program));
        return (string?)XDocument.Load(project).Descendants("AssemblyName").FirstOrDefault() ?? Path.GetFileNameWithoutExtension(project);
    }

    private static string FolderOf(string program) => program == "gateway" ? program : $"services/{program}";

    private static string StageOf(string target) => Dockerfile[Dockerfile.IndexOf($"FROM process AS {target}", StringComparison.Ordinal)..].Split("\n\n")[0] + "\n";

    private static string ProjectIn(string folder) => Directory.GetFiles(Repository.PathOf(folder.Split('/')), "*.csproj").Single();

    private static IEnumerable<string> Closure(string folder)
    {
        var project = ProjectIn(folder);
        var references = XDocument.Load(project).Descendants("ProjectReference")
            .Select(reference => Path.GetDirectoryName(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(project)!, ((string)reference.Attribute("Include")!).Replace('\\', '/'))))!)
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'));
        return references.SelectMany(Closure).Prepend(folder).Distinct(StringComparer.Ordinal);
    }

    [GeneratedRegex("^FROM .*mcr", RegexOptions.Multiline, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex BaseImage();
}
