using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Platform;

/// <summary>The loggers of the platform and of well-known libraries: to log is no callback, but the objects that are logged are formatted.</summary>
internal static class Loggers
{
    /// <summary>Their types; docs/rules/DG1002.md tells them.</summary>
    public static readonly string[] Types =
    [
        "Castle.Core.Logging.ILogger",
        "Common.Logging.ILog",
        "log4net.ILog",
        "log4net.Core.ILogger",
        "log4net.Util.ILogExtensions",
        "Microsoft.Extensions.Logging.ILogger",
        "Microsoft.Extensions.Logging.LoggerExtensions",
        "NLog.ILogger",
        "NLog.ILoggerBase",
        "NLog.ISuppress",
        "NLog.Logger",
        "NLog.ILoggerExtensions",
        "Serilog.ILogger",
        "Serilog.Log",
        "Serilog.Core.Logger",
        "System.Diagnostics.Activity",
        "System.Diagnostics.ActivitySource",
        "System.Diagnostics.DiagnosticSource",
        "System.Diagnostics.Tracing.EventSource",
    ];

    private static readonly MethodTable Table = new([.. Types.Select(type => (type, Array.Empty<string>()))]);

    /// <summary>The types whose methods pass objects on as they are; nothing of them is formatted before the call returns.</summary>
    private static readonly MethodTable Passing = new(
        ("System.Diagnostics.Activity", []),
        ("System.Diagnostics.ActivitySource", []),
        ("System.Diagnostics.DiagnosticSource", []));

    /// <summary>A logger of another assembly declares it.</summary>
    public static bool Declare(IMethodSymbol method, IAssemblySymbol compiled) =>
        Table.Contain(method) && !SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, compiled);

    public static bool Are(ITypeSymbol type) => Table.Contain(type);

    /// <summary>What it is handed it turns into text before it returns.</summary>
    public static bool Format(IMethodSymbol method) => Table.Contain(method) && !Passing.Contain(method);
}
