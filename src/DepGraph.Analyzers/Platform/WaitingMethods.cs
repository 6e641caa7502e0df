using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Platform;

/// <summary>The members that make a thread wait until another does something.</summary>
internal static class WaitingMethods
{
    /// <summary>What docs/rules/DG1005.md lists. A type stands with its namespace, or alone where any type of that name will do.</summary>
    public static IReadOnlyList<WaitingType> Types { get; } =
    [
        new("System.Threading.Tasks.Task", WaitKind.Task, "Wait", "WaitAll", "WaitAny", "Result"),
        new("System.Threading.Tasks.ValueTask", WaitKind.Task, "Result"),
        new("System.Runtime.CompilerServices.TaskAwaiter", WaitKind.Task, "GetResult"),
        new("System.Runtime.CompilerServices.ValueTaskAwaiter", WaitKind.Task, "GetResult"),
        new("System.Runtime.CompilerServices.ConfiguredTaskAwaiter", WaitKind.Task, "GetResult"),
        new("System.Runtime.CompilerServices.ConfiguredValueTaskAwaiter", WaitKind.Task, "GetResult"),
        new("Nito.AsyncEx.AsyncContext", WaitKind.Task, "Run"),
        new("Microsoft.VisualStudio.Threading.JoinableTask", WaitKind.Task, "Join"),
        new("Microsoft.VisualStudio.Threading.JoinableTaskFactory", WaitKind.Task, "Run"),
        new("Microsoft.VisualStudio.Threading.JoinableTaskContext", WaitKind.Task, "Run"),
        new("System.Threading.WaitHandle", WaitKind.Signal, "WaitOne", "WaitAll", "WaitAny", "SignalAndWait"),
        new("System.Threading.ManualResetEventSlim", WaitKind.Signal, "Wait"),
        new("System.Threading.CountdownEvent", WaitKind.Signal, "Wait"),
        new("System.Threading.Barrier", WaitKind.Signal, "SignalAndWait"),
        new("System.Threading.SemaphoreSlim", WaitKind.Signal, "Wait"),
        new("System.Threading.SpinWait", WaitKind.Condition, "SpinUntil"),
        new("System.Threading.Thread", WaitKind.Loop, "Sleep", "Yield"),
        new("System.Threading.SpinWait", WaitKind.Loop, "SpinOnce"),
        new("System.Threading.Monitor", WaitKind.Pulse, "Wait"),
        new("System.Threading.Thread", WaitKind.Thread, "Join"),
        new("System.Threading.Tasks.Parallel", WaitKind.Workers, "For", "ForEach", "Invoke"),
        new("System.Diagnostics.Process", WaitKind.Process, "WaitForExit"),
        new("System.Collections.Concurrent.BlockingCollection", WaitKind.Item,
            "Take", "TryTake", "TakeFromAny", "TryTakeFromAny", "GetConsumingEnumerable"),
        new("System.Collections.Concurrent.BlockingCollection", WaitKind.Room, "Add", "TryAdd"),
        new("System.Threading.CancellationTokenRegistration", WaitKind.Registration, "Dispose"),
        new("System.Threading.SynchronizationContext", WaitKind.UserInterface, "Send"),
        new("Dispatcher", WaitKind.UserInterface, "Invoke"),
        new("Control", WaitKind.UserInterface, "Invoke", "EndInvoke"),
        new("ISynchronizeInvoke", WaitKind.UserInterface, "Invoke", "EndInvoke"),
    ];

    /// <summary>They register a callback with a token; to dispose of what they return is to wait for the callback.</summary>
    private static readonly MethodTable Registering = new(
        ("System.Threading.CancellationToken", ["Register", "UnsafeRegister"]),
        ("Microsoft.Extensions.Primitives.IChangeToken", ["RegisterChangeCallback"]),
        ("Microsoft.Extensions.Primitives.ChangeToken", ["OnChange"]));

    private static readonly ILookup<string, WaitingType> ByMember =
        Types.SelectMany(type => type.Members.Select(member => (member, type))).ToLookup(row => row.member, row => row.type, StringComparer.Ordinal);

    /// <summary>The method returns a registration, perhaps as an IDisposable.</summary>
    public static bool Register(IMethodSymbol method) => Registering.Contain(method);

    /// <summary>What a use of the member waits for; null where it does not wait.</summary>
    public static WaitKind? Find(ISymbol member)
    {
        foreach (var known in ByMember[member.Name])
        {
            if (member.ContainingType is { } type && type.Name == known.Name && (known.Namespace.Length == 0 || Framework.IsIn(type, known.Namespace)))
                return known.Kind;
        }

        return null;
    }
}

/// <summary>The members of one type that wait for one kind of thing.</summary>
internal sealed class WaitingType(string type, WaitKind kind, params string[] members)
{
    public string Namespace { get; } = type.Substring(0, Math.Max(0, type.LastIndexOf('.')));

    public string Name { get; } = type.Substring(type.LastIndexOf('.') + 1);

    public WaitKind Kind { get; } = kind;

    public string[] Members { get; } = members;
}
