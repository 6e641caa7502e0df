using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Platform;

/// <summary>The methods of the platform that turn the objects they are given into text.</summary>
internal static class WritingMethods
{
    private static readonly string[] Write = ["Write", "WriteLine", "WriteAsync", "WriteLineAsync"];
    private static readonly string[] Trace = ["Write", "WriteLine", "WriteIf", "WriteLineIf", "Print"];

    private static readonly MethodTable Table = new(
        ("String", ["Format", "Concat", "Join"]),
        ("StringBuilder", ["Append", "AppendFormat", "AppendJoin", "Insert"]),
        ("Console", Write),
        ("TextWriter", Write),
        ("StreamWriter", Write),
        ("StringWriter", Write),
        ("IndentedTextWriter", Write),
        ("Debug", Trace),
        ("Trace", Trace),
        ("TraceListener", Trace),
        ("DefaultInterpolatedStringHandler", ["AppendFormatted"]),
        ("AppendInterpolatedStringHandler", ["AppendFormatted"]),
        ("Convert", ["ToString"]));

    public static bool Contain(IMethodSymbol method) => Table.Contain(method);
}
