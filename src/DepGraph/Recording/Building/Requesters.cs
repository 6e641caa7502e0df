using DepGraph.Recording.Model;

namespace DepGraph.Recording.Building;

/// <summary>
/// Finds who really asked. The runtime names System.Private.CoreLib for every load by path or from memory; the true requester is the first frame outside it,
/// or, where there is none, whoever made the request this one is nested in.
/// </summary>
internal sealed class Requesters(StartupEvents startup, NodeIndex index)
{
    /// <summary>The node that made the request, or -1.</summary>
    public int Of(int bind)
    {
        for (var i = bind; i >= 0; i = startup.Binds[i].Outer)
        {
            var request = startup.Binds[i];
            var reported = AssemblyNames.Simple(request.Requester);
            if (reported.Length > 0 && !AssemblyNames.IsCoreLib(reported))
                return index.Find(request.Requester, request.RequesterContext);
            var frame = FirstOutsideCoreLib(request.Stack);
            if (frame >= 0)
                return frame;
        }

        return -1;
    }

    /// <summary>The node whose code caused a load nobody asked the binder for, or -1.</summary>
    public int OfLoad(LoadedAssembly load) => FirstOutsideCoreLib(load.Stack);

    private int FirstOutsideCoreLib(IReadOnlyList<Frame> stack)
    {
        foreach (var frame in stack)
        {
            if (frame.Load >= 0 && !AssemblyNames.IsCoreLib(AssemblyNames.Simple(startup.Loads[frame.Load].FullName)))
                return frame.Load;
        }

        return -1;
    }
}
