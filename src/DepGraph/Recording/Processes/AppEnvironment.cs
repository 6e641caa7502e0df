using DepGraph.Recording.Launch;
using DepGraph.Recording.Port;

namespace DepGraph.Recording.Processes;

/// <summary>The environment the app is started with.</summary>
internal static class AppEnvironment
{
    /// <summary>Isolates <paramref name="environment"/>, leads the runtime to our port, and adds what the user asked for.</summary>
    public static void Prepare(IDictionary<string, string?> environment, RunOptions options, DiagnosticPort port, RunFolder folder, CrashGate gate)
    {
        IsolatedEnvironment.Isolate(environment);
        foreach (var (name, value) in options.Environment)
            environment[name] = value;
        foreach (var (name, value) in LoopbackAddress.Variables(options, environment))
            environment[name] = value;
        environment["DOTNET_DiagnosticPorts"] = port.EnvironmentValue;
        environment["DEPGRAPH_RECORDING"] = "1";
        environment["DOTNET_DbgEnableMiniDump"] = "1";
        environment["DOTNET_EnableCrashReportOnly"] = "1";
        environment["DOTNET_DbgMiniDumpName"] = folder.CrashPattern;
        foreach (var (name, value) in gate.Variables)
            environment[name] = value;
        if (options.WithNatives && OperatingSystem.IsLinux() && !options.Environment.ContainsKey("LD_DEBUG"))
            (environment["LD_DEBUG"], environment["LD_DEBUG_OUTPUT"]) = ("files", folder.LinkerLogPrefix);
        if (options.StartupProfilePath is not null)
            environment["DOTNET_MultiCoreJitProfile"] = folder.StartupProfilePrefix;
    }
}
