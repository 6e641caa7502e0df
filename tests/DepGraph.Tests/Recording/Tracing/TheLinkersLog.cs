using System.Text;
using DepGraph.Recording.Tracing;
using DepGraph.Tests.Fuzz;

namespace DepGraph.Tests.Recording.Tracing;

/// <seealso cref="LinkerLog"/>
public class TheLinkersLog
{
    private const string Log =
        """
              7:	file=libdl.so.2 [0];  needed by dotnet [0]
              7:	file=libdl.so.2 [0];  generating link map
              7:	  dynamic: 0x00007fd5e1748dc8  base: 0x00007fd5e1745000   size: 0x0000000000004010
              7:	calling init: /lib64/libdl.so.2
              7:	file=/f/libcoreclr.so [0];  dynamically loaded by /f/libhostpolicy.so [0]
              7:	file=/f/libcoreclr.so [0];  generating link map
              7:	file=librt.so.1 [0];  needed by /f/libcoreclr.so [0]
              7:	file=librt.so.1 [0];  generating link map
              7:	file=/f/libcoreclrtraceptprovider.so [0];  dynamically loaded by /f/libcoreclr.so [0]
              7:	file=/f/libcoreclrtraceptprovider.so [0];  generating link map
              7:	file=liblttng-ust.so.0 [0];  needed by /f/libcoreclrtraceptprovider.so [0]
              7:	file=liblttng-ust-tracepoint.so.0 [0];  dynamically loaded by /f/libcoreclr.so [0]
              7:	file=libicuuc.so.90 [0];  dynamically loaded by /f/libcoreclr.so [0]
              7:	file=libicuuc.so.89 [0];  dynamically loaded by /f/libcoreclr.so [0]
              7:	file=libicuuc.so.72 [0];  dynamically loaded by /f/libcoreclr.so [0]
              7:	file=libicuuc.so.72 [0];  generating link map
              7:	file=libicudata.so.72 [0];  needed by /lib/libicuuc.so.72 [0]
              7:	file=libicudata.so.72 [0];  generating link map
              7:	file=libgone.so [0];  dynamically loaded by /f/libcoreclr.so [0]
        """;

    [Fact]
    public void Tells_what_was_loaded_who_asked_and_what_was_not_found() =>
        LinkerLog.Read(Encoding.UTF8.GetBytes(Log))
            .Select(one => one.Load)
            .Select(load => $"{load.Name} {(load.IsLinked ? "linked to" : "asked for by")} {load.Requester} after [{string.Join(' ', load.FailedProbes)}]")
            .ShouldBe([
                "libdl.so.2 linked to dotnet after []", "libcoreclr.so asked for by libhostpolicy.so after []", "librt.so.1 linked to libcoreclr.so after []",
                "libicuuc.so.72 asked for by libcoreclr.so after [libicuuc.so.90 libicuuc.so.89]", "libicudata.so.72 linked to libicuuc.so.72 after []",
            ]);

    [Fact]
    public void Says_between_which_lines_a_library_was_looked_for_and_put_in_place()
    {
        const string before = "7:\tfile=liba.so [0];  dynamically loaded by /f/x.so [0]\n7:\tfile=liba.so [0];  generating link map\n";
        const string probe = "7:\tfile=libb.so.2 [0];  dynamically loaded by /f/x.so [0]\n";
        const string rest = "7:\tfile=libb.so.1 [0];  dynamically loaded by /f/x.so [0]\n7:\tfile=libb.so.1 [0];  generating link map\n" +
            "7:\tcalling init: /f/libb.so.1\n7:\topening file=/f/libb.so.1 [0]; direct_opencount=1\n";
        const string again = "7:\topening file=/f/libb.so.1 [0]; direct_opencount=2\n";

        var load = LinkerLog.Read(Encoding.UTF8.GetBytes(before + probe + rest + again))[1];

        (load.Start, load.End).ShouldBe(((before + probe).Length, (before + probe + rest).Length));
    }

    [Fact]
    public void May_lie() => Fuzzing.Survives(Encoding.UTF8.GetBytes(Log), lie => LinkerLog.Read(lie));

    [Fact]
    public void May_name_nobody() => LinkerLog.Read("  7:\tfile=libx.so [0];  needed by [0]"u8).ShouldBeEmpty();

    [Fact]
    public void That_is_not_there_tells_nothing() => LinkerLog.ReadFile(Path.Combine(Path.GetTempPath(), "depgraph-no-such-log")).ShouldBeEmpty();
}
