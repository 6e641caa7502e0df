using DepGraph.Recording.Model;
using DepGraph.Recording.Symbols;

namespace DepGraph.Recording.Building;

/// <summary>The first call into a native library that is known of.</summary>
/// <param name="AtMs">When the caller was compiled, or the call made ready.</param>
/// <param name="Load">Index of the assembly that declares the called method.</param>
/// <param name="Method">The called method.</param>
/// <param name="Stack">The frames that led to it, innermost first.</param>
internal sealed record FirstCall(double AtMs, int Load, string Method, IReadOnlyList<Frame> Stack);

/// <summary>
/// Finds the first call into each native library. Where a call needs marshalling the runtime says so (<see cref="NativeCallStub"/>); where it needs none, the
/// method that has it in its IL was compiled just before. Of code that was compiled before the start and needs no marshalling nothing tells.
/// </summary>
internal static class NativeCalls
{
    /// <summary>By the library's bare name.</summary>
    /// <param name="startup">What happened.</param>
    /// <param name="declares">True for an assembly that is worth to be looked into.</param>
    /// <param name="assemblies">Finds its file.</param>
    public static Dictionary<string, FirstCall> FirstOf(StartupEvents startup, Func<int, bool> declares, AssemblyFiles assemblies)
    {
        var calls = new Dictionary<string, FirstCall>(StringComparer.Ordinal);
        var compiled = startup.Jits.Where(jit => jit.Load >= 0 && jit.Method is not null).ToLookup(jit => jit.Load);
        var marshalled = startup.NativeCalls.Where(call => call.Load >= 0).ToLookup(call => call.Load);
        foreach (var load in Enumerable.Range(0, startup.Loads.Count).Where(declares))
        {
            using var methods = assemblies.NativeMethodsOf(startup.Loads[load]);
            if (methods is null)
                continue;
            foreach (var call in marshalled[load])
                Take(call.AtMs, load, methods.Of(call.Token), call.Stack);
            foreach (var jit in compiled[load])
            {
                foreach (var named in methods.NamedBy(jit.Method!.Token))
                    Take(jit.StartMs, load, methods.Of(named), [jit.Method with { IsCompiling = true }, .. jit.Stack]);
            }
        }

        return calls;

        void Take(double atMs, int load, (string Library, string Method)? called, IReadOnlyList<Frame> stack)
        {
            if (called is not { } known)
                return;
            var library = NativeLoad.BareName(known.Library);
            if (!calls.TryGetValue(library, out var first) || atMs < first.AtMs)
                calls[library] = new FirstCall(atMs, load, known.Method, stack);
        }
    }
}
