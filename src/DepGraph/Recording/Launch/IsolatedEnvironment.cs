namespace DepGraph.Recording.Launch;

/// <summary>The app's environment: what the machine has switched on for every .NET process is taken out, so that the recording shows the app alone.</summary>
internal static class IsolatedEnvironment
{
    // Without the DOTNET_ or COMPlus_ in front, which the runtime takes alike.
    private static readonly string[] RuntimeSettings =
    [
        "STARTUP_HOOKS", "ADDITIONAL_DEPS", "SHARED_STORE", "DiagnosticPorts", "EnableDiagnostics", "EnableDiagnostics_IPC",
        "EnableEventPipe", "EnableEventLog", "DefaultDiagnosticPortSuspend", "DiagnosticServer", "MultiCoreJitProfile", "MultiCoreJitNoProfileGather",
        "MultiCoreJitMinNumCpus", "DbgEnableMiniDump", "DbgMiniDumpName", "DbgMiniDumpType", "EnableCrashReport", "EnableCrashReportOnly",
            "CreateDumpDiagnostics",
        "CreateDumpVerboseDiagnostics", "CreateDumpLogToFile",
    ];

    private static readonly string[] Others = ["ASPNETCORE_HOSTINGSTARTUPASSEMBLIES", "DOTNET_HOSTINGSTARTUPASSEMBLIES"];

    /// <summary>True for a variable that would add something foreign to the run or bend the recording.</summary>
    public static bool IsForeign(string name)
    {
        var setting = AfterPrefix(name, "DOTNET_") ?? AfterPrefix(name, "COMPlus_");
        if (setting is not null && RuntimeSettings.Any(s => setting.Equals(s, StringComparison.OrdinalIgnoreCase)))
            return true;
        return setting?.StartsWith("EventPipe", StringComparison.OrdinalIgnoreCase) == true
            || AfterPrefix(name, "CORECLR_") is not null && name.Contains("PROFIL", StringComparison.OrdinalIgnoreCase)
            || AfterPrefix(name, "COR_") is not null && name.Contains("PROFIL", StringComparison.OrdinalIgnoreCase)
            || AfterPrefix(name, "MSBUILD") is not null
            || Others.Contains(name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Takes the foreign variables out of <paramref name="environment"/>.</summary>
    public static void Isolate(IDictionary<string, string?> environment)
    {
        foreach (var name in environment.Keys.Where(IsForeign).ToList())
            environment.Remove(name);
    }

    private static string? AfterPrefix(string name, string prefix) =>
        name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? name[prefix.Length..] : null;
}
