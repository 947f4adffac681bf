using NewsPlatform.Hosting.Logs;
using NewsPlatform.Hosting.Restores;
using NewsPlatform.Hosting.Storage;

namespace NewsPlatform.Newsctl.Tests.Backup;

public sealed class BackupCommandTests : IDisposable
{
    private readonly ServiceFiles _files = new();
    private readonly NewsctlCall _call = new();

    [Fact]
    public async Task Brings_back_what_was_backed_up_while_the_service_wrote_and_keeps_the_database_before()
    {
        using (var inUse = _files.Open("publishing"))
        {
            await _call.SucceedsAsync("backup", "b", "--data", _files.Path);
        }

        _files.Write("publishing", "after");
        var restored = await _call.SucceedsAsync("restore", "b", "--data", _files.Path, "--json");

        Assert.Equal(["before"], await _files.NotesAsync("publishing"));
        var kept = restored.Json.EnumerateArray().Single(database => database.GetProperty("service").GetString() == "publishing").GetProperty("keptAs").GetString()!;
        Assert.True(new FileInfo(kept).Length > 0);
    }

    [Fact]
    public async Task A_restored_log_keeps_its_entries_and_begins_another_epoch()
    {
        var epoch = await _files.OfAsync("publishing", async database =>
        {
            var log = new SqliteLogStore(database);
            await log.TryInsertAsync(1, [new LogRecord("a", 1, "published", "", _call.Clock.Now)], default);
            return await log.ReadEpochAsync(default);
        });
        await _call.SucceedsAsync("backup", "b", "--data", _files.Path);

        await _call.SucceedsAsync("restore", "b", "--data", _files.Path);

        var (next, renewed, mark) = await _files.OfAsync("publishing", async database =>
            (await new SqliteLogStore(database).ReadNextPositionAsync(default), await new SqliteLogStore(database).ReadEpochAsync(default), await RestoreMark.TryReadAsync(new SqliteFacts(database), default)));
        Assert.Equal(2, next);
        Assert.NotEqual(epoch, renewed);
        Assert.Equal((renewed, _call.Clock.Now, _call.Clock.Now), (mark!.Epoch, mark.BackedUpAt, mark.RestoredAt));
    }

    [Fact]
    public async Task A_restored_story_log_goes_on_beyond_whatever_it_gave_out_before()
    {
        await _call.SucceedsAsync("backup", "b", "--data", _files.Path);

        await _call.SucceedsAsync("restore", "b", "--data", _files.Path, "--service", "enrichment");

        var entries = await _files.OfAsync("enrichment", database => new SqliteLogStore(database).ReadAsync(1, 10, default));
        Assert.Equal("resumed", entries.Single().Kind);
        Assert.InRange(entries.Single().Position, 200_000_000_000, 1L << 53);
    }

    [Fact]
    public async Task Keeps_as_many_backups_of_the_same_databases_as_it_is_told_and_touches_nothing_else_beside_them()
    {
        Directory.CreateDirectory(_call.PathOf("shelf/mine"));
        await _call.SucceedsAsync("backup", "shelf/one-service", "--data", _files.Path, "--service", "ingestion");
        foreach (var day in new[] { "1", "2", "3" })
        {
            _call.Clock.Advance(TimeSpan.FromDays(1));
            await _call.SucceedsAsync("backup", $"shelf/{day}", "--data", _files.Path, "--keep", "2");
        }

        Assert.Equal(["2", "3", "mine", "one-service"], Directory.GetDirectories(_call.PathOf("shelf")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Refuses_to_keep_none()
    {
        var refused = await _call.RunAsync("backup", "b", "--data", _files.Path, "--keep", "0");

        Assert.Equal(2, refused.Code);
        Assert.Contains("--keep is '0'", refused.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_call.PathOf("b")));
    }

    [Fact]
    public async Task Restores_one_service_and_leaves_the_others()
    {
        await _call.SucceedsAsync("backup", "b", "--data", _files.Path);
        _files.Write("ingestion", "after");
        _files.Write("publishing", "after");

        await _call.SucceedsAsync("restore", "b", "--data", _files.Path, "--service", "ingestion");

        Assert.Equal(["before"], await _files.NotesAsync("ingestion"));
        Assert.Equal(["before", "after"], await _files.NotesAsync("publishing"));
    }

    [Fact]
    public async Task Refuses_to_restore_what_a_service_has_open_and_replaces_nothing()
    {
        await _call.SucceedsAsync("backup", "b", "--data", _files.Path);
        using var inUse = _files.Open("publishing");
        await inUse.TouchAsync(default);
        _files.Write("ingestion", "after");

        var refused = await _call.RunAsync("restore", "b", "--data", _files.Path);

        Assert.Equal(1, refused.Code);
        Assert.Contains("publishing.db' is in use: stop the service", refused.Error, StringComparison.Ordinal);
        Assert.Equal(["before", "after"], await _files.NotesAsync("ingestion"));
    }

    [Fact]
    public async Task Refuses_a_backup_of_which_one_byte_is_another()
    {
        await _call.SucceedsAsync("backup", "b", "--data", _files.Path);
        _files.Write("ingestion", "after");
        var copy = _call.PathOf("b/publishing.db");
        var bytes = await File.ReadAllBytesAsync(copy);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(copy, bytes);

        Assert.Contains("is not the file that was written", (await _call.RunAsync("backup", "b", "--verify", "--data", _files.Path)).Error, StringComparison.Ordinal);
        Assert.Equal(1, (await _call.RunAsync("restore", "b", "--data", _files.Path)).Code);
        Assert.Equal(["before", "after"], await _files.NotesAsync("ingestion"));
    }

    [Fact]
    public async Task Refuses_a_newer_schema_in_one_sentence()
    {
        await _files.OfAsync("publishing", database => database.ReadAsync(connection => connection.Execute("PRAGMA user_version = 99"), default));
        await _call.SucceedsAsync("backup", "b", "--data", _files.Path);

        var refused = await _call.RunAsync("restore", "b", "--data", _files.Path);

        Assert.Equal(1, refused.Code);
        Assert.Contains("The backup of publishing has schema 99", Assert.Single(refused.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_what_the_backup_holds_and_that_it_is_whole()
    {
        await _call.SucceedsAsync("backup", "b", "--data", _files.Path);

        var manifest = (await _call.SucceedsAsync("backup", "b", "--verify", "--data", _files.Path, "--json")).Json;

        Assert.Equal(["ingestion", "enrichment", "publishing"], manifest.GetProperty("services").EnumerateArray().Select(service => service.GetProperty("service").GetString()));
        Assert.All(manifest.GetProperty("services").EnumerateArray(), service => Assert.Equal(1, service.GetProperty("files")[0].GetProperty("counts").GetProperty("notes").GetInt32()));
    }

    [Theory]
    [InlineData("is there already: name a new folder", "backup", "taken")]
    [InlineData("holds no backup", "restore", "nowhere")]
    [InlineData("--service is 'gateway'", "backup", "c", "--service", "gateway")]
    [InlineData("Stop the services first", "restore", "taken", "--mongodb", "mongodb://127.0.0.1:1")]
    public async Task Refuses_in_one_sentence_what_cannot_be(string sentence, params string[] args)
    {
        _call.Write("taken/file", "x");
        string[] place = args.Contains("--mongodb", StringComparer.Ordinal) ? [] : ["--data", _files.Path];

        var refused = await _call.RunAsync([.. args, .. place]);

        Assert.NotEqual(0, refused.Code);
        Assert.Contains(sentence, Assert.Single(refused.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _files.Dispose();
        _call.Dispose();
    }
}
