using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Failures;

internal static partial class Crashes
{
    [ModuleInitializer]
    internal static void Initialize()
    {
        if (Environment.GetCommandLineArgs().ElementAtOrDefault(1) == "module-initializer")
            throw new NotSupportedException("from the module initializer");
    }

    public static int Exit(int code)
    {
        Console.Error.WriteLine("no reason given");
        return code;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Throw() => throw new InvalidOperationException("the cause of it all");

    /// <summary>The frames of the framework alone would not say where.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int CallNobody()
    {
        using var client = new HttpClient();
        return (int)client.GetAsync(new Uri("http://127.0.0.1:1")).GetAwaiter().GetResult().StatusCode;
    }

    /// <summary>Two that listen on one address.</summary>
    public static int ListenTwice()
    {
        using var first = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        first.Start();
        using var second = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, ((System.Net.IPEndPoint)first.LocalEndpoint).Port);
        second.Start();
        return 0;
    }

    public static int ThrowOnThread()
    {
        var thread = new Thread(() => Throw());
        thread.Start();
        thread.Join();
        return 0;
    }

    public static int FailFast()
    {
        Environment.FailFast("failing fast on purpose");
        return 0;
    }

    /// <summary>On a small stack: the runtime needs seconds to report a deep one.</summary>
    public static int Overflow()
    {
        var thread = new Thread(() => Dive(0), maxStackSize: 256 << 10);
        thread.Start();
        thread.Join();
        return 0;
    }

    private static int Dive(int depth) => depth < 0 ? 0 : Dive(depth + 1) + Dive(depth + 2);

    /// <summary>The C library reads address 8.</summary>
    public static int Segfault() => (int)StringLength(8);

    public static int Abort()
    {
        NativeAbort();
        return 0;
    }

    [LibraryImport("libc", EntryPoint = "strlen")]
    private static partial nint StringLength(nint text);

    [LibraryImport("libc", EntryPoint = "abort")]
    private static partial void NativeAbort();
}

internal static class StaticTrap
{
    public static readonly int Value = Crashes.Throw();
}
