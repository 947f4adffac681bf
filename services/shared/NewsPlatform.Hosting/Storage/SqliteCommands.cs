using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace NewsPlatform.Hosting.Storage;

/// <summary>
/// Prepared statements, kept per connection by their text: write the SQL as a constant and give values as parameters.
/// Not for SQL with values written into it, which would fill the cache.
/// </summary>
public static class SqliteCommands
{
    private static readonly ConditionalWeakTable<SqliteConnection, Dictionary<string, SqliteCommand>> Prepared = [];

    /// <summary>Runs a statement; gives the number of rows changed.</summary>
    public static int Execute(this SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> values) =>
        Bind(connection, sql, values).ExecuteNonQuery();

    /// <summary>First column of the first row; null when there is no row or it holds NULL.</summary>
    public static object? Scalar(this SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var value = Bind(connection, sql, values).ExecuteScalar();
        return value is DBNull ? null : value;
    }

    /// <summary>All rows, each made by <paramref name="read"/>.</summary>
    public static List<T> Query<T>(this SqliteConnection connection, string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var reader = Bind(connection, sql, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>The first row, or the default when there is none.</summary>
    public static T? QueryFirst<T>(this SqliteConnection connection, string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var reader = Bind(connection, sql, values).ExecuteReader();
        return reader.Read() ? read(reader) : default;
    }

    /// <summary>Runs several statements parted by semicolons, without preparing them for later.</summary>
    public static void ExecuteScript(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>A nullable text column.</summary>
    public static string? GetText(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    internal static void Close(SqliteConnection connection)
    {
        if (Prepared.TryGetValue(connection, out var commands))
        {
            foreach (var command in commands.Values)
            {
                command.Dispose();
            }

            Prepared.Remove(connection);
        }

        connection.Dispose();
    }

    private static SqliteCommand Bind(SqliteConnection connection, string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        var commands = Prepared.GetOrCreateValue(connection);
        if (!commands.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            commands[sql] = command;
        }

        command.Parameters.Clear();
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }
}
