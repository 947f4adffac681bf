using NewsPlatform.Hosting;

namespace NewsPlatform.Hosting.Tests.Storage;

/// <summary>What opening a database of another version must do on every engine. A step is named by the table that it makes.</summary>
public abstract class SchemaContract
{
    /// <summary>The step that dies half way.</summary>
    protected const string Broken = "broken";

    [Fact]
    public async Task Does_only_the_steps_that_a_database_has_not_seen_and_keeps_its_data()
    {
        await OpenAsync("a");
        await KeepAsync("a", "a row of version 1");

        await OpenAsync("a", "b", "c");
        await OpenAsync("a", "b", "c");

        Assert.Equal(["a", "b", "c"], await TablesAsync());
        Assert.Equal(["a row of version 1"], await RowsAsync("a"));
    }

    [Fact]
    public async Task Refuses_a_database_of_a_newer_version_with_one_sentence_and_leaves_it_as_it_was()
    {
        await OpenAsync("a", "b");
        await KeepAsync("b", "kept");

        var refusal = await Assert.ThrowsAsync<ConfigurationException>(() => OpenAsync("a"));

        Assert.Contains("has schema 2, this program knows 1: it was written by a newer version", refusal.Message, StringComparison.Ordinal);
        await OpenAsync("a", "b");
        Assert.Equal(["kept"], await RowsAsync("b"));
    }

    [Fact]
    public async Task A_step_that_dies_leaves_the_version_before_and_is_done_at_the_next_start()
    {
        await OpenAsync("a");
        await KeepAsync("a", "kept");

        await Assert.ThrowsAnyAsync<Exception>(() => OpenAsync("a", Broken));
        await OpenAsync("a");
        await OpenAsync("a", "b");

        Assert.Equal(["a", "b"], await TablesAsync());
        Assert.Equal(["kept"], await RowsAsync("a"));
    }

    /// <summary>Opens it as a program that knows these steps does.</summary>
    protected abstract Task OpenAsync(params string[] steps);

    protected abstract Task KeepAsync(string table, string row);

    protected abstract Task<IReadOnlyList<string>> RowsAsync(string table);

    /// <summary>In order of the alphabet.</summary>
    protected abstract Task<IReadOnlyList<string>> TablesAsync();
}
