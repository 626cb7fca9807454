//! `cargo xtask serve`: builds the page and serves it to this machine alone.

use std::fs;
use std::io::Write;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use anyhow::{Context, Result, anyhow, bail};
use tiny_http::{Method, Request, Server};

use crate::{build, places};

/// The same text that the built page carries in its head.
const POLICY: &str = include_str!("../../www/csp.txt");

const PORT: u16 = 4173;
/// A browser opens six connections to a host.
const THREADS: usize = 6;

/// Serves until it is stopped. Without `port`, the usual one or the next that is free.
pub fn run(port: Option<u16>, build: bool) -> Result<()> {
    if build {
        build::run()?;
    }
    let served = start(&places::dist(), port, Policy::Ours)?;
    println!("Value Tiers is at {}", served.address);
    for thread in served.threads {
        thread.join().map_err(|_| anyhow!("the server stopped"))?;
    }
    Ok(())
}

/// A server that runs until the process ends.
pub struct Served {
    pub address: String,
    threads: Vec<JoinHandle<()>>,
}

/// Which Content-Security-Policy the server sends.
#[derive(Clone, Copy)]
pub enum Policy {
    /// The page's own.
    Ours,
    /// None, for pages that are not ours.
    None,
}

/// Starts a server of the files in a folder.
pub fn start(folder: &Path, port: Option<u16>, policy: Policy) -> Result<Served> {
    if !folder.join("index.html").exists() {
        bail!("there is no page in {} yet: run `cargo xtask build`", folder.display());
    }
    let listener = listen(port)?;
    let address = format!("http://{}/", listener.local_addr()?);
    let server =
        Server::from_listener(listener, None).map_err(|error| anyhow!("could not serve: {error}"))?;
    let server = Arc::new(server);
    let threads = (0..THREADS).map(|_| {
        let (server, folder) = (Arc::clone(&server), folder.to_owned());
        thread::spawn(move || {
            for request in server.incoming_requests() {
                answer(request, &folder, policy);
            }
        })
    });
    Ok(Served { address, threads: threads.collect() })
}

fn listen(port: Option<u16>) -> Result<TcpListener> {
    let bind = |port| TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)));
    match port {
        Some(port) => bind(port).with_context(|| format!("port {port} can't be used")),
        None => (PORT..PORT + 20)
            .find_map(|port| bind(port).ok())
            .with_context(|| format!("ports {PORT} to {} are all in use: choose one with --port", PORT + 19)),
    }
}

fn answer(request: Request, folder: &Path, policy: Policy) {
    let text = |words: &str| (words.as_bytes().to_vec(), "text/plain; charset=utf-8");
    let (status, (bytes, kind)) = match request.method() {
        Method::Get | Method::Head => match read(folder, request.url()) {
            Some(file) => ("200 OK", file),
            None => ("404 Not Found", text("There is no such file.")),
        },
        _ => ("405 Method Not Allowed", text("This server only gives files.")),
    };
    let policy = match policy {
        Policy::Ours => format!("Content-Security-Policy: {}\r\n", POLICY.trim()),
        Policy::None => String::new(),
    };
    // A connection that is kept holds one of the library's threads, and of several that come at once one may wait for a
    // thread for ever: each is closed behind its answer. A page that was built again shows at the next reload.
    let head = format!(
        "HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: {}\r\nContent-Type: {kind}\r\n{policy}\
         X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\nCache-Control: no-cache\r\n\r\n",
        bytes.len()
    );
    let body = if *request.method() == Method::Head { &[][..] } else { &bytes };
    let mut writer = request.into_writer();
    // A visitor who left before the answer is no failure of the server.
    let _ =
        writer.write_all(head.as_bytes()).and_then(|()| writer.write_all(body)).and_then(|()| writer.flush());
}

/// The file that an address means and its content type.
fn read(folder: &Path, url: &str) -> Option<(Vec<u8>, &'static str)> {
    let path = locate(folder, url)?;
    let bytes = fs::read(&path).ok()?;
    Some((bytes, kind(&path)))
}

/// The address as a path inside the folder, never outside it. File names of the build need no unescaping.
fn locate(folder: &Path, url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.strip_prefix('/')?;
    let path =
        if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    let path = Path::new(&path);
    let inside = path.components().all(|part| matches!(part, Component::Normal(_)));
    inside.then(|| folder.join(path))
}

/// Browsers refuse a module script, and a wasm while it streams, of any other type.
fn kind(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json" | "map") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("csv") => "text/csv; charset=utf-8",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_never_leaves_the_folder() {
        let cases = [
            ("/", Some("dist/index.html")),
            ("/?lang=zh-Hant", Some("dist/index.html")),
            ("/assets/worker-1a.js", Some("dist/assets/worker-1a.js")),
            ("/a/", Some("dist/a/index.html")),
            ("/../Cargo.toml", None),
            ("/assets/../../Cargo.toml", None),
            ("//etc/passwd", None),
            ("assets", None),
        ];
        for (url, path) in cases {
            assert_eq!(locate(Path::new("dist"), url).as_deref(), path.map(Path::new), "{url}");
        }
    }

    #[test]
    fn the_policy_is_a_header() {
        assert!(POLICY.starts_with("default-src 'self'"));
        assert!(POLICY.trim().bytes().all(|b| (0x20..0x7f).contains(&b)), "{POLICY}");
    }
}
