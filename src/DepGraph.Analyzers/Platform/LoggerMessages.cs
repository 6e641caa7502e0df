using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Platform;

/// <summary>Logging made ahead of the call: it calls an ILogger, as <c>LogInformation</c> does, and nobody else.</summary>
internal static class LoggerMessages
{
    private const string Namespace = "Microsoft.Extensions.Logging";

    /// <summary>It makes a delegate that logs: <c>Define</c> and <c>DefineScope</c>.</summary>
    public static bool Make(IMethodSymbol method) =>
        method is { Name: "Define" or "DefineScope", ContainingType: { Name: "LoggerMessage" } type } && Framework.IsIn(type, Namespace);

    /// <summary>A generator wrote its body, which only logs.</summary>
    public static bool AreLoggedBy(IMethodSymbol method) =>
        method.OriginalDefinition.GetAttributes()
            .Any(attribute => attribute.AttributeClass is { Name: "LoggerMessageAttribute" } type && Framework.IsIn(type, Namespace));
}
