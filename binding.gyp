{
  "variables": {
    "sources": [
      "native/addon.cc",
      "native/args.cc",
      "native/constants.cc",
      "native/control.cc",
      "native/detached.cc",
      "native/environment.cc",
      "native/interrupt.cc",
      "native/join_watch.cc",
      "native/joined.cc",
      "native/layouts.cc",
      "native/lookup.cc",
      "native/measure.cc",
      "native/msghdr.cc",
      "native/pool_work.cc",
      "native/reactor.cc",
      "native/reactor/loop_watch.cc",
      "native/reactor/poller_epoll.cc",
      "native/reactor/poller_kqueue.cc",
      "native/reactor/thread_watch.cc",
      "native/records.cc",
      "native/registry.cc",
      "native/signals.cc",
      "native/sockaddr.cc",
      "native/sockaddr_decode.cc",
      "native/sockaddr_encode.cc",
      "native/stay_loaded.cc",
      "native/warden.cc",
      "native/calls/batch.cc",
      "native/calls/connection.cc",
      "native/calls/datagram.cc",
      "native/calls/duplicate.cc",
      "native/calls/epoll.cc",
      "native/calls/ioctl.cc",
      "native/calls/lifecycle.cc",
      "native/calls/message.cc",
      "native/calls/name.cc",
      "native/calls/network.cc",
      "native/calls/option.cc",
      "native/calls/pipe.cc",
      "native/calls/poll.cc",
      "native/calls/presentation.cc",
      "native/calls/resolve.cc",
      "native/calls/service.cc",
      "native/calls/splice.cc",
      "native/calls/transfer.cc",
      "native/calls/vector.cc",
      "native/calls/watch.cc"
    ]
  },
  "targets": [
    {
      "target_name": "sockcall",
      "sources": ["<@(sources)"],
      "include_dirs": ["<!(node -p \"require('node-addon-api').include_dir\")", "native"],
      "defines": [
        "NAPI_VERSION=9",
        "NODE_ADDON_API_DISABLE_CPP_EXCEPTIONS",
        "NODE_ADDON_API_DISABLE_DEPRECATED",
        "NODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS"
      ],
      "cflags_cc": ["-std=c++17", "-O2", "-Wall", "-Wextra", "-fvisibility=hidden"],
      "conditions": [["OS=='linux'", { "cflags_cc": ["-fno-plt"] }]],
      "xcode_settings": {
        "CLANG_CXX_LANGUAGE_STANDARD": "c++17",
        "GCC_SYMBOLS_PRIVATE_EXTERN": "YES",
        "MACOSX_DEPLOYMENT_TARGET": "11.0"
      }
    }
  ]
}
