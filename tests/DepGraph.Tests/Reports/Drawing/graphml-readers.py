# Reads a GraphML file by NetworkX and by igraph, and says as JSON what each of them got.
import json
import sys

import igraph
import networkx


def node(said):
    return {"label": said.get("label") or "", "order": said["order"], "costMs": said["costMs"], "facade": said["facade"], "cycle": said.get("cycle") or ""}


def edge(source, target, said):
    return {"from": source, "to": target, "evidence": said["evidence"], "closesCycle": said["closesCycle"]}


first = networkx.read_graphml(sys.argv[1])
number = {name: index for index, name in enumerate(first.nodes)}
by_networkx = {
    "nodes": [node(said) for said in first.nodes.values()],
    "edges": [edge(number[source], number[target], said) for source, target, said in first.edges(data=True)],
}

second = igraph.Graph.Read_GraphML(sys.argv[1])
by_igraph = {
    "nodes": [node({**one.attributes(), "order": int(one["order"])}) for one in second.vs],
    "edges": [edge(one.source, one.target, one.attributes()) for one in second.es],
}

for read in (by_networkx, by_igraph):
    read["edges"].sort(key=lambda one: (one["from"], one["to"]))
print(json.dumps([by_networkx, by_igraph]))
