using System.Text;
using DepGraph.Recording.Processes;
using DepGraph.Tests.Fuzz;

namespace DepGraph.Tests.Recording.Processes;

/// <seealso cref="MappedModules"/>
public class WhatAProcessHasMapped
{
    private const string Maps =
        """
        55d0c0000000-55d0c0002000 r--p 00000000 08:01 11                         /usr/bin/app
        7f5e8a000000-7f5e8a022000 r-xp 00000000 08:01 12                         /lib/with a space/libc.so.6
        7f5e8a022000-7f5e8a023000 r-xp 00000000 00:00 0
        7f5e8a023000-7f5e8a024000 rwxs 00000000 00:01 13                         /memfd:doublemapper (deleted)
        7f5e8a024000-7f5e8a025000 r-xp 00000000 00:00 0                          [vdso]
        7f5e8a025000-7f5e8a026000 rw-p 00000000 08:01 14                         /usr/share/data.bin
        """;

    [Fact]
    public void As_code_are_the_files_of_its_executable_parts() => MappedModules.Parse(Maps.Split('\n')).ShouldBe(["/lib/with a space/libc.so.6"]);

    [Fact]
    public void May_be_told_in_any_way() =>
        Fuzzing.Survives(Encoding.UTF8.GetBytes(Maps), lie => _ = MappedModules.Parse(Encoding.UTF8.GetString(lie).Split('\n')).ToList());

    [Fact]
    public void Is_not_known_once_it_has_ended() => MappedModules.Of(int.MaxValue).ShouldBeEmpty();
}
