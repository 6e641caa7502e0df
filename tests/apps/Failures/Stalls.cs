using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Failures;

internal static class Stalls
{
    private static readonly object First = new(), Second = new();

    public static int Deadlock()
    {
        using var bothHold = new Barrier(2);
        var other = new Thread(() => TakeSecondThenFirst(bothHold)) { Name = "other" };
        other.Start();
        lock (First)
        {
            bothHold.SignalAndWait();
            lock (Second)
                return 0;
        }
    }

    public static int Sleep()
    {
        Thread.Sleep(Timeout.Infinite);
        return 0;
    }

    public static int Loop()
    {
        for (var i = 0; ; i = unchecked(i * 31 + 7))
            Spin(i);
    }

    public static int WaitForNetwork()
    {
        // A listener that never answers stands in for the server that does not.
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var client = new TcpClient();
        client.Connect((IPEndPoint)silent.LocalEndpoint);
        return client.GetStream().ReadByte();
    }

    public static int ReadInput()
    {
        Console.Write("Your name? ");
        Console.WriteLine($"Hello {Console.ReadLine() ?? "nobody"}.");
        return 0;
    }

    public static int IgnoreTermination(string[] pidFile)
    {
        using var handler = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => context.Cancel = true);
        return pidFile.Length == 0 ? Sleep() : Children.Linger(pidFile[0]);
    }

    private static void TakeSecondThenFirst(Barrier bothHold)
    {
        lock (Second)
        {
            bothHold.SignalAndWait();
            lock (First)
                Thread.Yield();
        }
    }

    private static void Spin(int value)
    {
        if (value == 42)
            Thread.MemoryBarrier();
    }
}
