using System.Diagnostics;
using DepGraph.Analyzers.CodeFixes.Locks;
using DepGraph.Analyzers.Locks;
using DepGraph.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace DepGraph.Analyzers.Tests.Locks;

/// <summary>Each program hangs as it is written, in a process of its own, and ends once it is fixed.</summary>
public class ADeadlockInAProgram
{
    private static readonly TimeSpan LongEnoughToEnd = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan SurelyHanging = TimeSpan.FromSeconds(3);

    [Fact]
    public Task Of_an_event_whose_handler_waits_for_another_thread_is_gone_after_the_fix() => HangsUntilFixed<MoveBehindLockFix>("""
        var store = new Store();
        store.Changed += () => { var other = new Thread(() => store.Read()); other.Start(); Program.Reached(); other.Join(); };
        store.Set(1);

        public class Store
        {
            private readonly object _gate = new();
            private int _value;
            public event Action? Changed;
            public int Read() { lock (_gate) return _value; }
            public void Set(int value) { lock (_gate) { _value = value; Changed?.Invoke(); } }
        }
        """);

    [SlowFact("runs programs that hang, seconds for each")]
    public Task Of_a_semaphore_its_own_callback_wants_is_gone_after_the_fix() => HangsUntilFixed<MoveBehindLockFix>("""
        var handler = new Handler();
        handler.Written += line => { Program.Reached(); if (line == "first") handler.Write("second"); };
        handler.Write("first");

        public class Handler
        {
            private readonly SemaphoreSlim _gate = new(1, 1);
            public event Action<string>? Written;
            public void Write(string line)
            {
                _gate.Wait();
                try { Console.Out.Flush(); Written?.Invoke(line); }
                finally { _gate.Release(); }
            }
        }
        """);

    [SlowFact("runs programs that hang, seconds for each")]
    public Task Of_a_registered_callback_of_a_cancellation_is_gone_after_the_fix() => HangsUntilFixed<MoveBehindLockFix>("""
        var worker = new Worker();
        worker.Token.Register(() => { var other = new Thread(() => worker.IsBusy()); other.Start(); Program.Reached(); other.Join(); });
        worker.Stop();

        public class Worker
        {
            private readonly object _gate = new();
            private readonly CancellationTokenSource _stop = new();
            private bool _busy;
            public CancellationToken Token => _stop.Token;
            public bool IsBusy() { lock (_gate) return _busy; }
            public void Stop() { lock (_gate) { _busy = false; _stop.Cancel(); } }
        }
        """);

    [SlowFact("runs programs that hang, seconds for each")]
    public Task Of_a_continuation_of_a_completed_source_is_gone_after_the_fix() => HangsUntilFixed<RunContinuationsAsynchronouslyFix>("""
        var mailbox = new Mailbox();
        var reading = Read();
        mailbox.Post("hello");
        await reading;

        async Task Read()
        {
            await mailbox.Next();
            Program.Reached();
            var other = new Thread(() => mailbox.Post("again")); other.Start(); other.Join();
        }

        public class Mailbox
        {
            private readonly object _gate = new();
            private readonly TaskCompletionSource<string> _next = new();
            public Task<string> Next() { lock (_gate) return _next.Task; }
            public void Post(string letter) { lock (_gate) { _next.TrySetResult(letter); } }
        }
        """);

    private static async Task HangsUntilFixed<TFix>(string program)
        where TFix : CodeFixProvider, new()
    {
        const string reached =
            "\npublic partial class Program { public static void Reached() { Console.WriteLine(\"in the callback\"); Console.Out.Flush(); } }\n";
        program = "#nullable enable\n" + program + reached;
        (await Ends(TestProject.Compile(program), hangs: true)).ShouldBeFalse("the program does not even hang before the fix");
        var result = await FixRun<LockHeldDuringCallbackAnalyzer, TFix>.FixFirst(program);
        (await Ends(result.ShouldNotBeNull().Compilation, hangs: false)).ShouldBeTrue(result.Text);
    }

    /// <summary>Runs the program: true where it ends. The time limit of a hanging one starts when it is in its callback.</summary>
    private static async Task<bool> Ends(CSharpCompilation compilation, bool hangs)
    {
        var folder = Directory.CreateTempSubdirectory("depgraph-deadlock-").FullName;
        try
        {
            var app = Path.Combine(folder, "app.dll");
            compilation.Emit(app).Success.ShouldBeTrue();
            await File.WriteAllTextAsync(Path.ChangeExtension(app, ".runtimeconfig.json"), RuntimeConfig());
            using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", app]) { RedirectStandardOutput = true }).ShouldNotBeNull();
            (await process.StandardOutput.ReadLineAsync()).ShouldBe("in the callback");
            var ended = process.WaitForExit(hangs ? SurelyHanging : LongEnoughToEnd);
            if (!ended)
                process.Kill();
            return ended;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string RuntimeConfig() =>
        $$"""{ "runtimeOptions": { "framework": { "name": "Microsoft.NETCore.App", "version": "{{Environment.Version}}" } } }""";
}
