using NewsPlatform.Hosting.Storage;
using NewsPlatform.Testing;

namespace NewsPlatform.Hosting.Tests.Storage;

public sealed class SqliteDatabaseTests : IDisposable
{
    private const string Table = "CREATE TABLE words (word TEXT PRIMARY KEY)";

    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Takes_back_everything_of_a_write_that_throws()
    {
        using var database = new SqliteDatabase(_folder.File("a.db"), [Table]);

        await Assert.ThrowsAsync<InvalidDataException>(() => database.WriteAsync(
            connection =>
            {
                connection.Execute("INSERT INTO words (word) VALUES ('half')");
                throw new InvalidDataException();
            },
            default));
        await database.WriteAsync(connection => connection.Execute("INSERT INTO words (word) VALUES ('whole')"), default);

        Assert.Equal(["whole"], await database.ReadAsync(connection => connection.Query("SELECT word FROM words", row => row.GetString(0)), default));
    }

    [Fact]
    public async Task Brings_an_older_file_forward_and_keeps_its_rows()
    {
        using (var old = new SqliteDatabase(_folder.File("a.db"), [Table]))
        {
            await old.WriteAsync(connection => connection.Execute("INSERT INTO words (word) VALUES ('kept')"), default);
        }

        using var now = new SqliteDatabase(_folder.File("a.db"), [Table, "ALTER TABLE words ADD COLUMN length INTEGER NOT NULL DEFAULT 4"]);

        Assert.Equal(("kept", 4L), await now.ReadAsync(connection => connection.QueryFirst("SELECT word, length FROM words", row => (row.GetString(0), row.GetInt64(1))), default));
    }

    [Fact]
    public void Refuses_a_file_of_a_newer_version_with_a_sentence()
    {
        using (new SqliteDatabase(_folder.File("a.db"), [Table, "CREATE TABLE more (x)"]))
        {
        }

        var refusal = Assert.Throws<ConfigurationException>(() => new SqliteDatabase(_folder.File("a.db"), [Table]));

        Assert.Contains("newer version", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_folder_that_is_a_file_with_a_sentence_that_names_it()
    {
        File.WriteAllText(_folder.File("plain"), "");

        var refusal = Assert.Throws<ConfigurationException>(() => new SqliteDatabase(Path.Combine(_folder.File("plain"), "a.db"), [Table]));

        Assert.Contains("plain", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commits_wait_for_the_disk()
    {
        using var database = new SqliteDatabase(_folder.File("a.db"), [Table]);

        Assert.Equal(("wal", 2L), await database.WriteAsync(connection => ((string)connection.Scalar("PRAGMA journal_mode")!, (long)connection.Scalar("PRAGMA synchronous")!), default));
    }

    public void Dispose() => _folder.Dispose();
}
