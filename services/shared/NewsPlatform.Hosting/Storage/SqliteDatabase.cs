using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using NewsPlatform.Hosting.Telemetry;

namespace NewsPlatform.Hosting.Storage;

/// <summary>
/// One SQLite file: a single writer with durable commits (WAL, <c>synchronous=FULL</c>) and as many readers as ask.
/// Callers gather their writes (<see cref="GroupCommitWriter{TItem,TResult}"/>), since every commit waits for the disk.
/// </summary>
public sealed class SqliteDatabase : IStoreProbe, IDisposable
{
    private const int BusyTimeoutSeconds = 30;

    private readonly string _name;
    private readonly string _connectionString;
    private readonly SemaphoreSlim _writerTurn = new(1, 1);
    private readonly SqliteConnection _writer;
    private readonly ConcurrentBag<SqliteConnection> _idleReaders = [];
    private volatile bool _disposed;

    /// <summary>Opens or makes the file and applies the migrations that it has not seen, in order; <see cref="ConfigurationException"/> when it cannot.</summary>
    /// <param name="path">The file.</param>
    /// <param name="migrations">Forward-only schema scripts; number n brings version n - 1 to n.</param>
    public SqliteDatabase(string path, IReadOnlyList<string> migrations) : this(path, writer => SqliteMigrations.Apply(writer, path, migrations))
    {
    }

    private SqliteDatabase(string path, Action<SqliteConnection> prepare)
    {
        Path = path;
        _name = System.IO.Path.GetFileNameWithoutExtension(path);
        _connectionString = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = BusyTimeoutSeconds }.ConnectionString;
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!);
            _writer = Open();

            // 32 MiB, each: with SQLite's 2 and 4 MB, group commits of articles spend half their time on pages read again and on checkpoints.
            _writer.Execute("PRAGMA cache_size = -32768");
            _writer.Execute("PRAGMA wal_autocheckpoint = 8000");
            prepare(_writer);
        }
        catch (Exception unusable) when (unusable is SqliteException or IOException or UnauthorizedAccessException)
        {
            _writer?.Dispose();
            throw new ConfigurationException($"The data file '{path}' cannot be used ({unusable.Message.TrimEnd('.')}): check the folder (Storage:Path, or --data) and its rights.", unusable);
        }
    }

    /// <summary>Opens a file with whatever schema it has.</summary>
    public static SqliteDatabase OpenAsItIs(string path) => new(path, _ => { });

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Runs <paramref name="work"/> in one <c>BEGIN IMMEDIATE … COMMIT</c>; rolled back when it throws.</summary>
    public async Task<T> WriteAsync<T>(Func<SqliteConnection, T> work, CancellationToken ct)
    {
        var start = Stopwatch.GetTimestamp();
        await _writerTurn.WaitAsync(ct);
        try
        {
            // Off the caller's thread: a commit waits for the disk.
            var result = await Task.Run(() => InTransaction(work), CancellationToken.None);
            StoreInstruments.Wrote(_name, Stopwatch.GetElapsedTime(start));
            return result;
        }
        finally
        {
            _writerTurn.Release();
        }
    }

    /// <summary>Runs <paramref name="work"/> in one transaction.</summary>
    public Task WriteAsync(Action<SqliteConnection> work, CancellationToken ct) =>
        WriteAsync(
            connection =>
            {
                work(connection);
                return true;
            },
            ct);

    /// <summary>Runs <paramref name="work"/> on a reader, which sees the last commit before it began.</summary>
    public Task<T> ReadAsync<T>(Func<SqliteConnection, T> work, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(_disposed, this);
        var reader = _idleReaders.TryTake(out var idle) ? idle : Open();
        try
        {
            return Task.FromResult(work(reader));
        }
        finally
        {
            Return(reader);
        }
    }

    public Task TouchAsync(CancellationToken ct) =>
        WriteAsync(connection => connection.Execute("UPDATE meta SET value = value + 1 WHERE key = 'touched'"), ct);

    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        _writerTurn.Wait();
        while (_idleReaders.TryTake(out var reader))
        {
            SqliteCommands.Close(reader);
        }

        SqliteCommands.Close(_writer);
        _writerTurn.Dispose();
    }

    private void Return(SqliteConnection reader)
    {
        if (_disposed)
        {
            SqliteCommands.Close(reader);
            return;
        }

        _idleReaders.Add(reader);
    }

    private T InTransaction<T>(Func<SqliteConnection, T> work)
    {
        _writer.Execute("BEGIN IMMEDIATE");
        try
        {
            var result = work(_writer);
            _writer.Execute("COMMIT");
            return result;
        }
        catch
        {
            // A full disk may have rolled back by itself already.
            if (SQLitePCL.raw.sqlite3_get_autocommit(_writer.Handle) == 0)
            {
                _writer.Execute("ROLLBACK");
            }

            throw;
        }
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        connection.Execute("PRAGMA journal_mode = WAL");
        connection.Execute("PRAGMA synchronous = FULL");
        connection.Execute("PRAGMA foreign_keys = ON");
        connection.Execute("PRAGMA temp_store = MEMORY");
        return connection;
    }
}
