using DepGraph.Analyzers.Platform;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary>Calls into the platform.</summary>
internal static class PlatformCall
{
    /// <summary>The platform declares the method that is called.</summary>
    public static bool Is(IInvocationOperation call, IAssemblySymbol compiled) => Framework.Declares(call.TargetMethod.ContainingType, compiled);

    /// <summary>One of the platform's interfaces declares it.</summary>
    public static bool IsOfInterface(IInvocationOperation call, IAssemblySymbol compiled) =>
        call.TargetMethod.ContainingType is { TypeKind: TypeKind.Interface } type && Framework.Declares(type, compiled);
}
