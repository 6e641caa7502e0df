using DepGraph.Files;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Files;

/// <seealso cref="AtomicFile"/>
public class FilesWrittenWhole
{
    [Fact]
    public void Keep_their_old_content_and_leave_nothing_beside_when_writing_breaks_off()
    {
        using var folder = new TemporaryFolder();
        AtomicFile.Write(folder["old.txt"], "whole"u8.ToArray());

        Should.Throw<IOException>(() => AtomicFile.Write(folder["old.txt"], file =>
        {
            file.WriteByte(1);
            throw new IOException("the disk is full");
        }));

        File.ReadAllText(folder["old.txt"]).ShouldBe("whole");
        Directory.GetFiles(folder.Path).ShouldBe([folder["old.txt"]]);
    }
}
