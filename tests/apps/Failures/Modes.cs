namespace Failures;

internal static class Modes
{
    public static IReadOnlyDictionary<string, Func<string[], int>> All { get; } = new Dictionary<string, Func<string[], int>>
    {
        ["ok"] = _ => 0,
        ["exit"] = args => Crashes.Exit(int.Parse(args[0])),
        ["load-missing"] = _ => System.Reflection.Assembly.Load("Not.There, Version=1.0.0.0").GetTypes().Length,
        ["throw"] = _ => Crashes.Throw(),
        ["throw-static"] = _ => StaticTrap.Value,
        ["throw-thread"] = _ => Crashes.ThrowOnThread(),
        ["listen-twice"] = _ => Crashes.ListenTwice(),
        ["throw-deep"] = _ => Crashes.CallNobody(),
        ["throw-multiline"] = _ => throw new InvalidOperationException("first\ndepgraph : error DG0002: a line that lies\r\nlast"),
        ["module-initializer"] = _ => 0, // the initializer throws before this runs
        ["fail-fast"] = _ => Crashes.FailFast(),
        ["overflow"] = _ => Crashes.Overflow(),
        ["segfault"] = _ => Crashes.Segfault(),
        ["abort"] = _ => Crashes.Abort(),
        ["environment"] = _ => Volumes.WriteEnvironment(),
        ["load"] = args => System.Reflection.Assembly.LoadFrom(args[0]).GetTypes().Length * 0,
        ["deadlock"] = _ => Stalls.Deadlock(),
        ["sleep"] = _ => Stalls.Sleep(),
        ["loop"] = _ => Stalls.Loop(),
        ["network"] = _ => Stalls.WaitForNetwork(),
        ["read-input"] = _ => Stalls.ReadInput(),
        ["ignore-term"] = args => Stalls.IgnoreTermination(args),
        ["children"] = args => Children.Start(int.Parse(args[0])),
        ["daemon"] = args => Children.Daemonize(args[0]),
        ["outlived"] = args => Children.LeaveOneBehind(args[0]),
        ["exec"] = _ => Children.Exec(),
        ["linger-behind"] = args => Children.LingerBehind(args[0]),
        ["linger"] = args => Children.Linger(args[0]),
        ["write"] = args => Volumes.Write(int.Parse(args[0])),
        ["assemblies"] = args => Volumes.LoadCopies(int.Parse(args[0]), threads: 1),
        ["threads"] = args => Volumes.LoadCopies(int.Parse(args[0]), threads: 32),
        ["collectible"] = args => Volumes.LoadAndUnload(int.Parse(args[0])),
        ["dynamic"] = args => Volumes.Emit(int.Parse(args[0])),
        ["events"] = args => Volumes.ProbeInVain(int.Parse(args[0])),
    };
}
