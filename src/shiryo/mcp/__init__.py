"""What an assistant asks for over the Model Context Protocol, within one folder.

The tools are functions of that folder (`folder`): what they read (`reading`), change (`editing`)
and make (`making`) comes back as `answers`; `server` names them to the client, and turns what goes
wrong into words. They call what the commands call, so facts are checked and pages set here.
"""
