using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace NewsPlatform.Testing;

/// <summary>
/// A TCP proxy between the platform and something that it depends on (a broker, a database), which can do what networks do:
/// refuse, drop, delay, fall silent, break off in the middle of a frame. Healthy until told otherwise.
/// </summary>
public sealed class FaultProxy : IAsyncDisposable
{
    private readonly IPEndPoint _target;
    private readonly ConcurrentDictionary<Link, bool> _links = new();
    private readonly List<Task> _running = [];
    private TcpListener? _listener;
    private volatile bool _swallows;
    private volatile bool _cutsNext;
    private long _delayTicks;

    private FaultProxy(int targetPort)
    {
        _target = new IPEndPoint(IPAddress.Loopback, targetPort);
        Listen(0);
    }

    /// <summary>Where clients connect to, on the loopback address.</summary>
    public int Port { get; private set; }

    /// <summary>Forwards to that port of the loopback address.</summary>
    public static FaultProxy Before(int targetPort) => new(targetPort);

    /// <summary>Every connection ends at once with a reset.</summary>
    public void DropAll()
    {
        foreach (var link in _links.Keys)
        {
            link.Reset();
        }
    }

    /// <summary>Drops every connection and refuses new ones.</summary>
    public void Refuse()
    {
        _listener?.Stop();
        _listener = null;
        DropAll();
    }

    /// <summary>Whatever is sent from now on, to either side, arrives so much later.</summary>
    public void Delay(TimeSpan delay) => Interlocked.Exchange(ref _delayTicks, delay.Ticks);

    /// <summary>
    /// The other side sees every connection end, the clients see nothing: what is on its way to them still arrives, what they send from now on does not,
    /// and who connects anew speaks to nobody. Until <see cref="Heal"/>.
    /// </summary>
    public void LoseClients()
    {
        _swallows = true;
        foreach (var link in _links.Keys)
        {
            link.EndServer();
        }
    }

    /// <summary>Half-open: takes connections and bytes, forwards nothing and closes nothing, as if the other side had lost its power.</summary>
    public void FallSilent() => _swallows = true;

    /// <summary>The next piece of each connection is forwarded by half; then the connection ends with a reset.</summary>
    public void CutAmidFrame() => _cutsNext = true;

    /// <summary>Forwards faithfully again. Connections that lost bytes are reset: they could never be understood again.</summary>
    public void Heal()
    {
        _cutsNext = false;
        _swallows = false;
        Delay(TimeSpan.Zero);
        foreach (var link in _links.Keys.Where(link => link.HasLostBytes))
        {
            link.Reset();
        }

        if (_listener is null)
        {
            Listen(Port);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Refuse();
        await Task.WhenAll(_running);
    }

    private void Listen(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _listener = listener;
        _running.Add(AcceptAsync(listener));
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        while (true)
        {
            Socket client;
            try
            {
                client = await listener.AcceptSocketAsync();
            }
            catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
            {
                return;
            }

            _ = ForwardAsync(client);
        }
    }

    private async Task ForwardAsync(Socket client)
    {
        using var link = new Link(client, new Socket(_target.AddressFamily, SocketType.Stream, ProtocolType.Tcp));
        _links[link] = true;
        try
        {
            await link.Server.ConnectAsync(_target);
            var (up, down) = (PumpAsync(link, client, link.Server), PumpAsync(link, link.Server, client));
            if (await Task.WhenAny(up, down) == down && link.IsHalfOpen)
            {
                await up;
            }
        }
        catch (SocketException)
        {
            // Nobody behind the proxy: the client sees a reset, as from a machine without a listener.
        }
        finally
        {
            link.Reset();
            _links.TryRemove(link, out _);
        }
    }

    private async Task PumpAsync(Link link, Socket from, Socket to)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            int count;
            while ((count = await from.ReceiveAsync(buffer)) > 0)
            {
                if (_swallows)
                {
                    link.HasLostBytes = true;
                    continue;
                }

                if (_cutsNext)
                {
                    await SendAsync(to, buffer.AsMemory(0, count / 2));
                    link.Reset();
                    return;
                }

                if (Interlocked.Read(ref _delayTicks) is > 0 and var ticks)
                {
                    await Task.Delay(TimeSpan.FromTicks(ticks));
                }

                await SendAsync(to, buffer.AsMemory(0, count));
            }
        }
        catch (Exception broken) when (broken is SocketException or ObjectDisposedException)
        {
            // Either side has gone; the link ends.
        }
    }

    private static async Task SendAsync(Socket to, ReadOnlyMemory<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            bytes = bytes[await to.SendAsync(bytes)..];
        }
    }

    private sealed class Link(Socket client, Socket server) : IDisposable
    {
        public Socket Server => server;

        public volatile bool HasLostBytes;

        /// <summary>The server has seen the end and the client has not.</summary>
        public volatile bool IsHalfOpen;

        /// <summary>Ends the server's side, after what it has sent so far.</summary>
        public void EndServer()
        {
            IsHalfOpen = HasLostBytes = true;
            try
            {
                server.Shutdown(SocketShutdown.Send);
            }
            catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
            {
                // It has ended by itself.
            }
        }

        public void Reset()
        {
            client.Close(0);
            server.Close(0);
        }

        public void Dispose()
        {
            client.Dispose();
            server.Dispose();
        }
    }
}
