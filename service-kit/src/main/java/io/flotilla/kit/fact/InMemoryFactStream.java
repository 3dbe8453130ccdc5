package io.flotilla.kit.fact;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The twin for tests: the same promises within one process; facts live as long as this object. */
public final class InMemoryFactStream implements FactStream {
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    /** Guards everything below; handlers run without it. */
    private final ReentrantLock lock = new ReentrantLock();

    private final Condition news = lock.newCondition();
    private final Map<String, Topic> topics = new HashMap<>();

    @Override
    public void publish(String stream, String json) {
        lock.lock();
        try {
            var topic = topic(stream);
            topic.history.add(json);
            topic.waiting.values().forEach(queue -> queue.addLast(json));
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Subscription subscribe(String stream, String group, Consumer<String> handler) {
        var loop = new FactLoop(handler);
        loop.start(stream + " " + group, () -> {
            var fact = take(stream, group);
            if (fact != null && !loop.handle(fact)) {
                giveBack(stream, group, fact, loop.isClosed());
            }
        });
        return loop;
    }

    private @Nullable String take(String stream, String group) throws InterruptedException {
        lock.lock();
        try {
            var queue = queue(stream, group);
            for (long left = PATIENCE_NANOS; queue.isEmpty() && left > 0; ) {
                left = news.awaitNanos(left);
            }
            return queue.pollFirst();
        } finally {
            lock.unlock();
        }
    }

    /** Behind the others after failing, but to the front when it was only cut short. */
    private void giveBack(String stream, String group, String fact, boolean cutShort) {
        lock.lock();
        try {
            if (cutShort) {
                queue(stream, group).addFirst(fact);
            } else {
                queue(stream, group).addLast(fact);
            }
        } finally {
            lock.unlock();
        }
    }

    private Deque<String> queue(String stream, String group) {
        var topic = topic(stream);
        return topic.waiting.computeIfAbsent(group, ignored -> new ArrayDeque<>(topic.history));
    }

    private Topic topic(String stream) {
        return topics.computeIfAbsent(stream, ignored -> new Topic(new ArrayList<>(), new HashMap<>()));
    }

    private record Topic(List<String> history, Map<String, Deque<String>> waiting) {}
}
