using System.Net;
using System.Net.Sockets;
using NewsPlatform.Hosting;

namespace NewsPlatform.Standalone;

/// <summary>The port that another program has.</summary>
internal static class TakenPort
{
    /// <summary>Asked before anything starts: the gateway would find out only when the services are at work already.</summary>
    /// <exception cref="ConfigurationException">The port cannot be listened on.</exception>
    public static void Refuse(int port)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
        }
        catch (SocketException taken)
        {
            throw new ConfigurationException($"Port {port} cannot be used ({taken.Message}): end the other program or choose another with --port.", taken);
        }
    }
}
