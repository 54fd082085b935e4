{
  "variables": {
    "sources": [
      "native/addon.cc",
      "native/args.cc",
      "native/constants.cc",
      "native/environment.cc",
      "native/measure.cc",
      "native/records.cc",
      "native/sockaddr.cc",
      "native/calls/connection.cc",
      "native/calls/lifecycle.cc",
      "native/calls/name.cc",
      "native/calls/option.cc",
      "native/calls/transfer.cc",
      "native/calls/watch.cc"
    ]
  },
  "targets": [
    {
      "target_name": "sockcall",
      "sources": ["<@(sources)"],
      "include_dirs": ["<!(node -p \"require('node-addon-api').include_dir\")", "native"],
      "defines": ["NAPI_VERSION=9", "NODE_ADDON_API_DISABLE_CPP_EXCEPTIONS", "NODE_ADDON_API_DISABLE_DEPRECATED"],
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
