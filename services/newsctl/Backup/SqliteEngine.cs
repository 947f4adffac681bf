using System.Globalization;
using Microsoft.Data.Sqlite;
using NewsPlatform.Enrichment;
using NewsPlatform.Enrichment.Storage;
using NewsPlatform.Hosting.Logs;
using NewsPlatform.Hosting.Restores;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Newsctl.CommandLine;

namespace NewsPlatform.Newsctl.Backup;

/// <summary>SQLite files, copied by SQLite's own online backup: one moment's state, while the services write on.</summary>
internal sealed class SqliteEngine(string dataFolder) : IDatabaseEngine
{
    private const int Busy = 5;
    private const int Locked = 6;

    // Full-text tables count their own shadows.
    private const string Tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'article_terms%' ORDER BY name";

    public async Task<ServiceBackup> BackUpAsync(string service, string folder, CancellationToken ct)
    {
        var name = $"{service}.db";
        var copy = Path.Combine(folder, name);
        await Task.Run(() => Copy(FileOf(service), copy), ct);
        if (FindDamage(copy) is { } damage)
        {
            throw new CommandFailedException($"The copy of '{FileOf(service)}' is damaged ({damage}), so the database is: restore an earlier backup.");
        }

        using var connection = Open(copy, SqliteOpenMode.ReadOnly);
        var counts = connection.Query(Tables, row => row.GetString(0)).ToDictionary(table => table, table => Count(connection, table), StringComparer.Ordinal);
        var hasLog = counts.ContainsKey("log");
        return new ServiceBackup
        {
            Service = service,
            Schema = Convert.ToInt32(connection.Scalar("PRAGMA user_version"), CultureInfo.InvariantCulture),
            Epoch = hasLog ? (string?)connection.Scalar("SELECT value FROM meta WHERE key = 'epoch'") : null,
            NextPosition = hasLog ? (long?)connection.Scalar("SELECT coalesce(max(position), 0) + 1 FROM log") : null,
            Files = [await BackupFiles.DescribeAsync(folder, name, counts, ct)],
        };
    }

    public Task<string?> FindDamageAsync(BackupFile file, string folder, CancellationToken ct) => Task.Run(() => FindDamage(Path.Combine(folder, file.Name)), ct);

    public Task RefuseWhileInUseAsync(string service, CancellationToken ct)
    {
        var file = FileOf(service);
        if (File.Exists(file))
        {
            try
            {
                // Only the last one that has the file open can end its write-ahead log; it is in the file then, all of it.
                using var connection = Open(file, SqliteOpenMode.ReadWrite);
                connection.ExecuteScript("PRAGMA journal_mode = DELETE");
            }
            catch (SqliteException inUse) when (inUse.SqliteErrorCode is Busy or Locked)
            {
                throw new CommandFailedException($"'{file}' is in use: stop the service that has it open, then restore.", inUse);
            }
        }

        return Task.CompletedTask;
    }

    public async Task<Func<CancellationToken, Task<string?>>> PrepareRestoreAsync(ServiceBackup backup, string folder, RestoreMark mark, CancellationToken ct)
    {
        var target = FileOf(backup.Service);
        var prepared = target + ".restoring";
        Directory.CreateDirectory(dataFolder);
        RemoveWithLog(prepared);
        File.Copy(Path.Combine(folder, backup.Files[0].Name), prepared);
        using (var database = SqliteDatabase.OpenAsItIs(prepared))
        {
            var log = new SqliteLogStore(database);
            var epoch = backup.Epoch is null ? null : await log.RenewEpochAsync(ct);
            long? resumedAt = backup.Service == EnrichmentService.Name ? await StoryLogRestore.ResumeAsync(log, mark.RestoredAt, ct) : null;
            await (mark with { Epoch = epoch, ResumedAt = resumedAt }).WriteAsync(new SqliteFacts(database), ct);
        }

        BackupFiles.Flush(prepared);
        return _ => Task.FromResult(Replace(target, prepared, mark.RestoredAt));
    }

    private static string? Replace(string target, string prepared, DateTimeOffset at)
    {
        File.Delete(target + "-wal");
        File.Delete(target + "-shm");
        if (!File.Exists(target))
        {
            File.Move(prepared, target);
            return null;
        }

        // One step: there is never a moment without a database, which a service would take for its first start.
        var aside = $"{target}.before-restore-{at:yyyyMMdd'T'HHmmss'Z'}";
        File.Replace(prepared, target, aside);
        return aside;
    }

    private static void Copy(string from, string to)
    {
        using var source = Open(from, SqliteOpenMode.ReadWrite);
        using var copy = Open(to, SqliteOpenMode.ReadWriteCreate);
        source.BackupDatabase(copy);
        copy.ExecuteScript("PRAGMA journal_mode = DELETE");
    }

    private static string? FindDamage(string file)
    {
        try
        {
            using var connection = Open(file, SqliteOpenMode.ReadOnly);
            var problems = connection.Query("PRAGMA quick_check(1)", row => row.GetString(0));
            return problems is ["ok"] ? null : string.Join("; ", problems);
        }
        catch (SqliteException unreadable)
        {
            return unreadable.Message.TrimEnd('.');
        }
    }

    private static long Count(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the name of a table, from the database itself
        command.CommandText = $"SELECT count(*) FROM \"{table}\"";
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }

    private static void RemoveWithLog(string file)
    {
        File.Delete(file);
        File.Delete(file + "-wal");
        File.Delete(file + "-shm");
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false, DefaultTimeout = 1 }.ConnectionString);
        connection.Open();
        return connection;
    }

    private string FileOf(string service) => Path.Combine(dataFolder, $"{service}.db");
}
