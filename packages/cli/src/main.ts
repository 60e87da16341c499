process.stdout.write("wf\n");
