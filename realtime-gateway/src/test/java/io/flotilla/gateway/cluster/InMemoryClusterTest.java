package io.flotilla.gateway.cluster;

class InMemoryClusterTest extends ClusterContract {
    private final InMemoryCluster cluster = new InMemoryCluster();

    @Override
    Cluster node(String name) {
        return cluster.node(name);
    }

    @Override
    void freezes(Cluster node) {
        cluster.freeze(node.node());
    }

    @Override
    void dies(Cluster node) {
        cluster.kill(node.node());
    }
}
