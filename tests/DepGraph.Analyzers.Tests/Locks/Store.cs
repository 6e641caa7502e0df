using System.Collections.Immutable;
using DepGraph.Analyzers.Locks;
using DepGraph.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Tests.Locks;

/// <summary>The class most cases live in: a lock, a counter, an event.</summary>
internal static class Store
{
    /// <summary>Asserts the marks in members of a public class that has <c>_gate</c>, <c>_count</c> and the event <c>Changed</c>.</summary>
    public static Task<ImmutableArray<Diagnostic>> With(string members, string editorConfig = "") => Source($$"""
        using System.Collections.Concurrent;
        using System.Runtime.CompilerServices;

        public class Store
        {
            private readonly object _gate = new();
            private int _count;
            public event EventHandler? Changed;
            protected void Use() { _count++; Changed += null; lock (_gate) { } }

        {{members}}
        }
        """, editorConfig);

    public static Task<ImmutableArray<Diagnostic>> Source(string marked, string editorConfig = "") =>
        AnalyzerRun<LockHeldDuringCallbackAnalyzer>.FindsTheMarks("#nullable enable\n" + marked, editorConfig);
}
