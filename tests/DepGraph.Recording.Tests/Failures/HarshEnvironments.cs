using DepGraph.Recording.Tests.Support;

namespace DepGraph.Recording.Tests.Failures;

public sealed class HarshEnvironments : IDisposable
{
    private readonly RecordProcess _record = new();

    [SlowFact("twenty recordings at once")]
    public async Task Twenty_recordings_at_once_two_of_them_into_each_folder_are_all_whole()
    {
        var records = Enumerable.Range(0, 20).Select(i => new RecordProcess { Output = Path.Combine(_record.Folder, $"out{i / 2}") }).ToList();
        var dll = await TestApps.DllAsync("Failures");

        var results = await Task.WhenAll(records.Select(r => r.RecordCommandAsync("dotnet", dll, "ok")));

        results.ShouldAllBe(r => r.ExitCode == 0 && r.Left == Left.WholeGraph && r.Names.Contains("Failures"));
        foreach (var folder in Directory.GetDirectories(_record.Folder))
            Directory.GetFiles(folder).Select(Path.GetFileName).Order().ShouldBe(["Failures.depgraph.json", "Failures.log"]);
        records.ForEach(r => r.Dispose());
    }

    [Fact]
    public async Task No_home_folder_is_needed()
    {
        _record.Environment["HOME"] = null;
        (await _record.RecordAsync("ok")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_temporary_folder_too_long_for_a_socket_is_avoided()
    {
        _record.Environment["TMPDIR"] = Directory.CreateDirectory(Path.Combine(_record.Folder, new string('t', 150))).FullName;
        (await _record.RecordAsync("ok")).ExitCode.ShouldBe(0);
    }

    [LinuxFact]
    public async Task An_app_that_must_be_killed_leaves_nothing_in_the_temporary_folder()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_record.Folder, "t")).FullName;
        _record.Environment["TMPDIR"] = folder;
        _record.Options.AddRange(["--ready", "exit", "--timeout", "2"]);
        (await _record.RecordAsync("sleep")).ExitCode.ShouldBe(3);
        Directory.GetFileSystemEntries(folder).ShouldBeEmpty();
    }

    [UnixFact] // on Windows the variable is another, and the system answers for it
    public async Task A_temporary_folder_that_is_not_there_is_named()
    {
        _record.Environment["TMPDIR"] = Path.Combine(_record.Folder, "none");
        ShouldRefuse(await _record.RecordAsync("ok"), "No temporary folder can be made", "Set TMPDIR to a folder that can be written to.");
    }

    [Fact]
    public async Task An_app_far_down_in_the_folders_is_recorded()
    {
        var deep = string.Join(Path.DirectorySeparatorChar, Enumerable.Repeat(new string('d', 60), OperatingSystem.IsWindows() ? 2 : 12));
        var copy = Failures.Copies.Copy(await TestApps.DllAsync("Failures"), Directory.CreateDirectory(Path.Combine(_record.Folder, deep)).FullName);
        var result = await _record.RecordCommandAsync("dotnet", copy, "ok");

        result.ExitCode.ShouldBe(0, result.Text);
        result.Graph.Nodes.Single(n => n.Name == "Failures").Path.ShouldBe("$app/Failures.dll");
    }

    [Fact]
    public async Task An_output_folder_that_cannot_be_made_is_named()
    {
        File.WriteAllText(Path.Combine(_record.Folder, "file"), "");
        _record.Output = Path.Combine(_record.Folder, "file", "out");
        ShouldRefuse(await _record.RecordAsync("ok"), "file/out");
    }

    [LinuxFact]
    public async Task A_full_disk_is_named_and_no_half_file_stays()
    {
        // A file system of its own, of 16 KB: in a mount namespace, so that nobody else sees it.
        const string script = "mkdir -p \"$1\" && mount -t tmpfs -o size=16k none \"$1\" && shift && { \"$@\"; code=$?; ls -A \"$OUT\"; exit $code; }";
        var namespaces = await MayMountAsync() ? "unshare -rm" : "sudo -n unshare -m";
        _record.Output = Path.Combine(_record.Folder, "full");
        _record.Environment["OUT"] = _record.Output;
        string[] before = [.. namespaces.Split(' ')[1..], "sh", "-c", script, "sh", _record.Output, "dotnet"];
        using var process = ProgramRun.Start(_record.StartInfo(namespaces.Split(' ')[0], before, ["dotnet", await TestApps.DllAsync("Failures"), "ok"]));
        var result = await _record.FinishAsync(process);

        result.ExitCode.ShouldBe(2, result.Text);
        result.Diagnostics.ShouldHaveSingleItem(result.Text).ShouldContain($"error {Codes.OutputNotWritable}: ");
        result.Text.Split('\n').Where(l => l.EndsWith(".tmp", StringComparison.Ordinal)).ShouldBeEmpty();
        result.Text.ShouldNotContain("   at ");
    }

    public void Dispose() => _record.Dispose();

    private static async Task<bool> MayMountAsync() => (await ProgramRun.ToEndAsync("/bin/sh", ["-c", "unshare -rm mount -t tmpfs none /mnt"])).ExitCode == 0;

    private static void ShouldRefuse(RecordResult result, params string[] says)
    {
        result.ExitCode.ShouldBe(2, result.Text);
        var line = result.Diagnostics.ShouldHaveSingleItem(result.Text);
        line.ShouldContain($"error {Codes.OutputNotWritable}: ");
        foreach (var part in says)
            line.Replace('\\', '/').ShouldContain(part);
        result.Text.ShouldNotContain("   at ");
    }
}
