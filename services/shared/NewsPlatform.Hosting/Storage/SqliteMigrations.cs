using System.Globalization;
using Microsoft.Data.Sqlite;

namespace NewsPlatform.Hosting.Storage;

/// <summary>Brings a file's schema forward; the version stands in <c>PRAGMA user_version</c>.</summary>
internal static class SqliteMigrations
{
    private const string Meta = """
        CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
        INSERT OR IGNORE INTO meta (key, value) VALUES ('touched', 0);
        """;

    public static void Apply(SqliteConnection connection, string path, IReadOnlyList<string> migrations)
    {
        connection.Execute("BEGIN IMMEDIATE");
        var version = Convert.ToInt32(connection.Scalar("PRAGMA user_version"), CultureInfo.InvariantCulture);
        if (version > migrations.Count)
        {
            connection.Execute("ROLLBACK");
            throw new ConfigurationException($"The data file '{path}' has schema {version}, this program knows {migrations.Count}: it was written by a newer version; run that one.");
        }

        connection.ExecuteScript(Meta);
        for (var next = version; next < migrations.Count; next++)
        {
            connection.ExecuteScript(migrations[next]);
        }

        connection.ExecuteScript($"PRAGMA user_version = {migrations.Count}");
        connection.Execute("COMMIT");
    }
}
