using System.Net.Sockets;
using System.Text;

namespace NewsPlatform.Ingestion.Tests.LimitIntake;

/// <summary>A push by hand, whose body is sent only when the test says so: the server asks for it with <c>100 Continue</c> when it reads.</summary>
internal sealed class RawPush : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TcpClient _connection = new();
    private readonly byte[] _body;
    private readonly StreamReader _answers;

    private RawPush(Uri address, string json)
    {
        _body = Encoding.UTF8.GetBytes(json);
        _connection.Connect(address.Host, address.Port);
        _answers = new StreamReader(_connection.GetStream());
    }

    /// <summary>Sends the head of a push and nothing more.</summary>
    public static async Task<RawPush> BeginAsync(Uri address, string json)
    {
        var push = new RawPush(address, json);
        var head = $"POST /api/v1/articles HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\nContent-Length: {push._body.Length}\r\nExpect: 100-continue\r\n\r\n";
        await push._connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head));
        return push;
    }

    public async Task SendBodyAsync() => await _connection.GetStream().WriteAsync(_body);

    /// <summary>The next status and headers that the server sends.</summary>
    public async Task<(int Status, IReadOnlyList<string> Headers)> ReadAnswerAsync()
    {
        var status = await _answers.ReadLineAsync().WaitAsync(Patience);
        var headers = new List<string>();
        while (await _answers.ReadLineAsync().WaitAsync(Patience) is { Length: > 0 } header)
            headers.Add(header);

        return (int.Parse(status!.Split(' ')[1]), headers); // a connection that ends here fails the test
    }

    public void Dispose()
    {
        _answers.Dispose();
        _connection.Dispose();
    }
}
