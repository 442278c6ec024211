package org.telvirt.hypervisor.libvirt.rig;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Doors between a client and the daemons of private hosts. When the client asks for a certain call at one of them, all its
 * connections are cut before the daemon hears of it: what the daemons see is a client that was killed at that moment.
 */
public final class MortalClient implements AutoCloseable {
    private static final int REMOTE = 0x20008086; // the program of libvirt's calls of domains
    private static final int HEAD = 4 * Integer.BYTES; // program, version, procedure, type
    private static final int CALL = 0;
    private static final String SOCKET = "socket=";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();
    private final int lastCall;
    private volatile boolean isDead;

    /** What a client does that leads a migration, as the numbers of libvirt's calls. */
    public enum MigrationCall {
        /** Lets the guest go on at the other end. */
        FINISH(306),
        /** Ends the guest here. */
        CONFIRM(307);

        private final int procedure;

        MigrationCall(int procedure) {
            this.procedure = procedure;
        }
    }

    /**
     * @param last at which it dies, before any daemon hears of it
     */
    public MortalClient(MigrationCall last) {
        this.lastCall = last.procedure;
    }

    /** The URI by which the client reaches a host. */
    public String uri(PrivateLibvirtd host) {
        String uri = host.uri();
        Path daemon = Path.of(uri.substring(uri.indexOf(SOCKET) + SOCKET.length()));
        Path door = host.guests().resolve("door");
        try {
            Files.deleteIfExists(door);
            ServerSocketChannel entrance = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            entrance.bind(UnixDomainSocketAddress.of(door));
            open.add(entrance);
            threads.execute(() -> admit(entrance, daemon));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return uri.substring(0, uri.indexOf(SOCKET)) + SOCKET + door;
    }

    /** Whether it has come to its last call. */
    public boolean isDead() {
        return isDead;
    }

    private void admit(ServerSocketChannel entrance, Path daemon) {
        try {
            while (true) {
                SocketChannel client = entrance.accept();
                SocketChannel server = SocketChannel.open(UnixDomainSocketAddress.of(daemon));
                open.add(client);
                open.add(server);
                threads.execute(() -> ask(client, server));
                threads.execute(() -> answer(server, client));
            }
        } catch (IOException e) {
            // the end of the test, or of the client
        }
    }

    private void ask(SocketChannel client, SocketChannel server) {
        try (DataInputStream calls = new DataInputStream(Channels.newInputStream(client))) {
            while (true) {
                int length = calls.readInt();
                byte[] call = calls.readNBytes(length - Integer.BYTES);
                ByteBuffer head = ByteBuffer.wrap(call, 0, HEAD);
                if (head.getInt(0) == REMOTE && head.getInt(8) == lastCall && head.getInt(12) == CALL) {
                    die();
                    return;
                }
                write(
                        server,
                        ByteBuffer.allocate(length).putInt(length).put(call).flip());
            }
        } catch (IOException e) {
            shut(server); // the client has gone
        }
    }

    private void answer(SocketChannel server, SocketChannel client) {
        ByteBuffer some = ByteBuffer.allocate(1 << 16);
        try {
            while (server.read(some.clear()) >= 0) {
                write(client, some.flip());
            }
        } catch (IOException e) {
            // the daemon has gone, or the client is dead
        }
        shut(client);
    }

    private static void write(SocketChannel to, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            to.write(bytes);
        }
    }

    private void die() {
        isDead = true;
        open.forEach(MortalClient::shut);
    }

    private static void shut(AutoCloseable channel) {
        try {
            channel.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        open.forEach(MortalClient::shut);
        threads.shutdownNow();
    }
}
