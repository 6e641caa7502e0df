namespace DepGraph.Graph;

/// <summary>
/// A light cut of a tangle of any size: the arcs that lead back in an order of its knots. The order is built greedily from both ends (Eades, Lin and Smyth
/// 1993, by weight), each knot is then moved to its best place until none gains by it (sifting), and arcs that close no cycle are taken back. Time n log n in
/// the arcs; the last two steps only where the tangle is not too large.
/// </summary>
internal sealed class OrderedCut
{
    private const int MostSifted = 5_000, MostTakenBack = 2_000;
    private const int MostRounds = 20;
    private readonly Tangle _tangle;
    private readonly List<(int Knot, long Weight)>[] _out;
    private readonly List<(int Knot, long Weight)>[] _in;
    private readonly long _fixedWeight;

    private OrderedCut(Tangle tangle)
    {
        _tangle = tangle;
        _out = [.. Enumerable.Range(0, tangle.Count).Select(_ => new List<(int, long)>())];
        _in = [.. Enumerable.Range(0, tangle.Count).Select(_ => new List<(int, long)>())];
        foreach (var arc in tangle.Arcs)
        {
            _out[arc.From].Add((arc.To, arc.Weight));
            _in[arc.To].Add((arc.From, arc.Weight));
        }

        _fixedWeight = tangle.FixedWeight;
    }

    public static IReadOnlyList<Arc> Of(Tangle tangle)
    {
        var cut = new OrderedCut(tangle);
        var order = cut.Greedy();
        if (tangle.Count <= MostSifted)
            cut.Sift(order);
        var place = new int[tangle.Count];
        for (var i = 0; i < order.Length; i++)
            place[order[i]] = i;
        var back = tangle.Arcs.Where(arc => place[arc.From] > place[arc.To]).ToList();
        return tangle.Count <= MostTakenBack ? cut.WithoutSuperfluous(back) : back;
    }

    /// <summary>Sources to the left, sinks to the right, else to the left what gains most; no knot before one that has to come before it.</summary>
    private int[] Greedy()
    {
        var (left, right) = (0, _tangle.Count - 1);
        var order = new int[_tangle.Count];
        var isPlaced = new bool[_tangle.Count];
        var gain = new long[_tangle.Count];
        var (ins, outs, held) = (new int[_tangle.Count], new int[_tangle.Count], new int[_tangle.Count]);
        var (sources, sinks) = (new Queue<int>(), new Queue<int>());
        var others = new PriorityQueue<(int Knot, long Gain), (long, int)>();
        for (var knot = 0; knot < order.Length; knot++)
        {
            (ins[knot], outs[knot]) = (_in[knot].Count, _out[knot].Count);
            held[knot] = _in[knot].Count(IsFixed);
            gain[knot] = _out[knot].Sum(arc => arc.Weight) - _in[knot].Sum(arc => arc.Weight);
            Offer(knot);
        }

        while (left <= right)
        {
            if (sinks.TryDequeue(out var sink))
                Place(sink, right, ref right, -1);
            else if (sources.TryDequeue(out var source))
                Place(source, left, ref left, 1);
            else if (others.Dequeue() is var best && !isPlaced[best.Knot] && best.Gain == gain[best.Knot])
                Place(best.Knot, left, ref left, 1);
        }

        return order;

        void Place(int knot, int at, ref int end, int step)
        {
            if (isPlaced[knot])
                return;
            isPlaced[knot] = true;
            order[at] = knot;
            end += step;
            foreach (var arc in _out[knot])
            {
                ins[arc.Knot]--;
                gain[arc.Knot] += arc.Weight;
                if (IsFixed(arc))
                    held[arc.Knot]--;
                Offer(arc.Knot);
            }

            foreach (var arc in _in[knot])
            {
                outs[arc.Knot]--;
                gain[arc.Knot] -= arc.Weight;
                Offer(arc.Knot);
            }
        }

        void Offer(int knot)
        {
            if (isPlaced[knot])
                return;
            if (outs[knot] == 0)
                sinks.Enqueue(knot);
            else if (ins[knot] == 0)
                sources.Enqueue(knot);
            else if (held[knot] == 0)
                others.Enqueue((knot, gain[knot]), (-gain[knot], knot));
        }
    }

    private bool IsFixed((int Knot, long Weight) arc) => arc.Weight == _fixedWeight;

    private void Sift(int[] order)
    {
        var place = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
            place[order[i]] = i;
        var hasGained = true;
        for (var round = 0; round < MostRounds && hasGained; round++)
        {
            hasGained = false;
            for (var knot = 0; knot < order.Length; knot++)
                hasGained |= TryMove(knot, order, place);
        }
    }

    private bool TryMove(int knot, int[] order, int[] place)
    {
        // What a place costs changes only where it passes a neighbour.
        var passed = _out[knot].Select(arc => (Place: place[arc.Knot], Change: arc.Weight))
            .Concat(_in[knot].Select(arc => (Place: place[arc.Knot], Change: -arc.Weight)))
            .GroupBy(arc => arc.Place, arc => arc.Change).OrderBy(group => group.Key);
        var cost = _in[knot].Sum(arc => arc.Weight); // at the very left
        var (now, least, behind) = (cost, cost, -1);
        foreach (var neighbour in passed)
        {
            cost += neighbour.Sum();
            if (neighbour.Key < place[knot])
                now = cost;
            if (cost < least)
                (least, behind) = (cost, neighbour.Key);
        }

        if (least >= now)
            return false;
        var to = behind < place[knot] ? behind + 1 : behind;
        var step = Math.Sign(to - place[knot]);
        for (var i = place[knot]; i != to; i += step)
        {
            order[i] = order[i + step];
            place[order[i]] = i;
        }

        (order[to], place[knot]) = (knot, to);
        return true;
    }

    private List<Arc> WithoutSuperfluous(List<Arc> cut)
    {
        var gone = cut.Select(arc => (arc.From, arc.To)).ToHashSet();
        foreach (var arc in cut.OrderByDescending(arc => arc.Weight).ThenBy(arc => (arc.From, arc.To)))
        {
            if (!Reaches(arc.To, arc.From))
                gone.Remove((arc.From, arc.To));
        }

        return cut.FindAll(arc => gone.Contains((arc.From, arc.To)));

        bool Reaches(int from, int to)
        {
            var seen = new bool[_tangle.Count];
            var open = new Stack<int>([from]);
            while (open.TryPop(out var knot))
            {
                if (knot == to)
                    return true;
                foreach (var (next, _) in _out[knot])
                {
                    if (seen[next] || gone.Contains((knot, next)))
                        continue;
                    seen[next] = true;
                    open.Push(next);
                }
            }

            return false;
        }
    }
}
