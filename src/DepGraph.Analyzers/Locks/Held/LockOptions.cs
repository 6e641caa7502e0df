using DepGraph.Analyzers.Options;
using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Locks.Held;

/// <summary>The lock types of the user's own, as .editorconfig names them for one file.</summary>
internal sealed class LockOptions(OptionReader options)
{
    private readonly MethodNames _acquire = options.Methods("depgraph.lock.acquire_methods");
    private readonly MethodNames _release = options.Methods("depgraph.lock.release_methods");
    private readonly MethodNames _scope = options.Methods("depgraph.lock.scope_methods");

    /// <summary>All words without which code neither takes nor releases such a lock.</summary>
    public IEnumerable<string> Words => _acquire.Names.Concat(_release.Names).Concat(_scope.Names);

    /// <summary>All of it: what was found is true where this is the same.</summary>
    public string Text => $"{_acquire};{_release};{_scope}";

    public bool Takes(IMethodSymbol method) => _acquire.Contains(method) || _scope.Contains(method);

    public bool Releases(IMethodSymbol method) => _release.Contains(method);
}
